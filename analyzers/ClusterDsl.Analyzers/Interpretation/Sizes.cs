using System.Collections;
using System.Reflection;
using ClusterDsl.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace ClusterDsl.Analyzers.Interpretation;

/// <summary>Bounds what one call of the framework may allocate or take, before it is made.</summary>
internal static class Sizes
{
    static readonly HashSet<string> Cheap =
    [
        "Add", "get_Item", "set_Item", "get_Count", "get_Length", "get_Chars", "TryGetValue", "ContainsKey", "Push", "Pop", "Peek",
        "Enqueue", "Dequeue", "Append", "TryAdd",
    ];

    public static void CheckLength(long length, SyntaxNode at)
    {
        if (length > Budget.Size) throw TooLargeAt(at);
    }

    static Halt TooLargeAt(SyntaxNode at) =>
        new(TooLarge.Rule, at, $"No string or collection of a definition may be larger than {Budget.Size:N0}");

    /// <summary>A format such as D999999999 asks for as many digits.</summary>
    public static void CheckFormat(string? format, SyntaxNode at)
    {
        var digits = 0;
        foreach (var c in format ?? "")
        {
            digits = c is >= '0' and <= '9' ? digits + 1 : 0;
            if (digits > 4 && format!.Length < 24 || format!.Length > 10_000) throw TooLargeAt(at);
        }
    }

    public static void Check(MethodBase target, object? on, object?[] arguments, SyntaxNode at, Budget budget)
    {
        var allocates = Allocates(target.DeclaringType!);
        var parameters = arguments.Length == 0 ? [] : target.GetParameters();
        long product = on is string self ? self.Length : 1;
        // Nearly every call on a string reads all of it.
        if (on is string && !Cheap.Contains(target.Name)) budget.Burn((int)product / 16);
        for (var i = 0; i < arguments.Length; i++)
        {
            switch (arguments[i])
            {
                case int number when allocates && parameters[i].ParameterType == typeof(int) && !IsParameterOfType(target, i):
                    CheckLength(number, at);
                    budget.Burn(Math.Max(0, number) / 64);
                    break;
                case string text:
                    if (parameters[i].Name == "format") CheckFormat(text, at);
                    product *= Math.Max(1, text.Length);
                    budget.Burn(text.Length / 64);
                    break;
                case ICollection collection:
                    budget.Burn(collection.Count / 16);
                    if (target.DeclaringType == typeof(string)) BurnTexts(collection, budget);
                    break;
            }
        }
        if (target.Name is "Replace" or "Insert" or "Join" && product > 64L * Budget.Size) throw TooLargeAt(at);
        if (on is ICollection receiver && !Cheap.Contains(target.Name)) budget.Burn(receiver.Count / 16);
    }

    static void BurnTexts(ICollection collection, Budget budget)
    {
        foreach (var item in collection)
            if (item is string text) budget.Burn(text.Length / 16);
    }

    static bool Allocates(Type type) =>
        type == typeof(string) || type == typeof(Array) || type == typeof(System.Text.StringBuilder)
        || type.Namespace is "System.Collections.Generic" or "System.Collections.Immutable";

    // An element that happens to be an int is no size.
    static bool IsParameterOfType(MethodBase target, int parameter)
    {
        if (target.DeclaringType is not { IsGenericType: true } type) return false;
        var definition = type.GetGenericTypeDefinition();
        var open = definition.GetMember(target.Name, target.MemberType, (BindingFlags)(-1)).OfType<MethodBase>()
            .FirstOrDefault(m => m.MetadataToken == target.MetadataToken);
        return open?.GetParameters()[parameter].ParameterType.IsGenericParameter == true;
    }
}
