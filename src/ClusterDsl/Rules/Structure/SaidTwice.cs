using ClusterDsl.Planning;
using ClusterDsl.Plans;

namespace ClusterDsl.Rules;

/// <summary>A call that overrides an earlier one: the reader of the first is misled.</summary>
sealed class SaidTwice() : DesignRule("CDL1006", "Said twice", "Structure", Severity.Warning)
{
    public override IEnumerable<Finding> Check(Draft draft) => draft.Design.Repetitions.Select(again =>
        Report(again.About, again.At, $"`{again.What}` is said twice; this one overrides {again.Before}. Keep one of the two.",
            Fix.Remove("Leave the first out", again.Before)));
}
