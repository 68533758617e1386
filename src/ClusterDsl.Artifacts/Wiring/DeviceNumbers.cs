namespace ClusterDsl.Artifacts.Wiring;

/// <summary>One number for each device of a plan, in the order of the groups' names: what has to be kept of a link is an int.</summary>
sealed class DeviceNumbers
{
    readonly DeviceGroup[] _groups;
    readonly int[] _first;
    readonly Dictionary<string, int> _firstOf = [];

    public DeviceNumbers(Plan plan)
    {
        _groups = [.. plan.Groups.OrderBy(g => g.Id, StringComparer.Ordinal)];
        _first = new int[_groups.Length];
        for (var (i, next) = (0, 0); i < _groups.Length; next = checked(next + _groups[i++].Count)) _first[i] = _firstOf[_groups[i].Id] = next;
    }

    public int Of(string group, int device) => _firstOf[group] + device;

    public (DeviceGroup Group, int Device) At(int number)
    {
        var i = Array.BinarySearch(_first, number);
        // An empty group begins where the next one does.
        for (i = i < 0 ? ~i - 1 : i; number - _first[i] >= _groups[i].Count;) i++;
        return (_groups[i], number - _first[i]);
    }

    /// <summary>Adds a number; many links of a bundle lead to where the one before did.</summary>
    public static void Add(ref List<int>? numbers, int number)
    {
        numbers ??= [];
        if (numbers.Count == 0 || numbers[^1] != number) numbers.Add(number);
    }

    /// <summary>Each number once, the least in front.</summary>
    public static IEnumerable<int> Sorted(List<int> numbers)
    {
        numbers.Sort();
        return numbers.Distinct();
    }
}
