using System.Collections;

using System.Text;
using ClusterDsl.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace ClusterDsl.Analyzers.Interpretation;

/// <summary>Bounds what one call of the framework may allocate or take, before it is made.</summary>
internal static class Sizes
{
    // What a call itself costs, and what a small object takes.
    const int Call = 6, Query = 32, Tree = 18, Library = 12, Object = 64;

    public static void CheckLength(long length, SyntaxNode at)
    {
        if (length > Budget.Size) throw TooLargeAt(at);
    }

    static Halt TooLargeAt(SyntaxNode at) =>
        new(TooLarge.Rule, at, $"No string or collection of a definition may be larger than {Budget.Size:N0}");

    /// <summary>A text that was made or is about to be.</summary>
    public static void CheckText(long length, SyntaxNode at, Budget budget)
    {
        CheckLength(length, at);
        budget.Burn(length / 64);
        budget.Allocate(2 * length + 32, at);
    }

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

    /// <summary>Digits beyond those that a double holds are computed one by one.</summary>
    public static int Digits(object? value, string? format)
    {
        if (value is not (double or float) || string.IsNullOrEmpty(format)) return 0;
        var precision = format!.Where(char.IsDigit).Aggregate(0, (sum, digit) => Math.Min(10_000, sum * 10 + digit - '0'));
        return precision > 15 || !(Math.Abs(System.Convert.ToDouble(value)) < 1e15) ? 400 + precision : 0;
    }

    public static void Check(HostMethod method, object? on, object?[] arguments, SyntaxNode at, Budget budget)
    {
        budget.Burn(method.IsLibrary ? Library : method.IsQuery ? Query : method.IsOfTree ? Tree : Call);
        budget.Allocate(method.IsQuery ? 4 * Object : Object, at);
        if (method.IsLibrary) return;
        long weight = 0, product = on is string self ? self.Length : on is StringBuilder builder ? Math.Max(1, builder.Length) : 1;
        if (!method.IsDirect && on is not null) weight += on is StringBuilder ? product / 2 : Weights.Of(on);
        if (method.HasWeakKeys && on is not null) weight += Weights.Count(on) / 2 ?? 0;
        for (var i = 0; i < arguments.Length; i++)
        {
            switch (arguments[i])
            {
                case int number when method.Sizes[i]:
                    CheckLength(number, at);
                    if (method.Parameters[i].Name == "count" && method.Target.Name == "Insert") product = Times(product, number);
                    if (!method.IsDirect) weight += Reserve(method, Math.Max(0, number), at, budget);
                    break;
                case string text:
                    if (method.Parameters[i].Name == "format")
                    {
                        CheckFormat(text, at);
                        weight += 16 * Digits(on, text);
                    }
                    product = Times(product, text.Length);
                    weight += Weights.Of(text);
                    if (method.Target.DeclaringType == typeof(StringBuilder)) budget.Allocate(2L * text.Length, at);
                    break;
                case { } value and not ValueType when !method.IsDirect && !(method.IsDeferred && value is IEnumerable):
                    weight += Weights.Of(value);
                    if (method.MakesText && value is ICollection parts)
                    {
                        product = Times(product, Weights.Length(parts));
                        if (method.Parameters[0].Name == "format") weight += parts.Cast<object?>().Sum(part => 16 * Digits(part, arguments[0] as string));
                    }
                    if (method.Copies && Weights.Count(value) is { } count) budget.Allocate(2L * count * Weights.ElementSize(value.GetType()), at);
                    break;
            }
        }
        if (method.Sorts) weight *= Log(weight);
        budget.Burn(weight / 16);
        if (method.Target.Name is "Replace" or "Insert" or "Join" or "AppendJoin" or "Format" or "AppendFormat" && product > 8L * Budget.Size) throw TooLargeAt(at);
    }

    static long Times(long product, long length) => Math.Min(product, int.MaxValue) * Math.Max(1, length);

    /// <summary>Functions that were combined into one, which could double with each line.</summary>
    public static void CheckFunctions(object? combined, SyntaxNode at, Budget budget)
    {
        var count = combined switch
        {
            Closure own => own.Count,
            Delegate real => real.GetInvocationList().Length,
            _ => 0,
        };
        if (count > Budget.Functions) throw new Halt(TooLarge.Rule, at, $"A function of a definition may not be combined of more than {Budget.Functions}");
        budget.Burn(2 * count);
        budget.Allocate(16 * count, at);
    }

    /// <summary>What a call made is paid for; a query is paid for when it is enumerated.</summary>
    public static void CheckResult(HostMethod method, object? on, object? result, SyntaxNode at, Budget budget)
    {
        if (on is StringBuilder builder) CheckLength(builder.Length, at);
        if (result is string text) CheckText(text.Length, at, budget);
        else if (result is Delegate) CheckFunctions(result, at, budget);
        else if (!method.IsDirect && !method.IsDeferred && !method.IsLibrary && result is IEnumerable && !ReferenceEquals(result, on) && Weights.Count(result) is { } count)
        {
            CheckLength(count, at);
            budget.Burn(count / 16);
            budget.Allocate((long)count * Weights.ElementSize(result.GetType()), at);
        }
    }

    static long Reserve(HostMethod method, int number, SyntaxNode at, Budget budget)
    {
        var makes = method.Target.IsConstructor || method.Makes.IsArray ? method.Makes : method.Target.DeclaringType!;
        var bytes = (long)number * Weights.ElementSize(makes);
        if (method.Target.IsConstructor || method.Makes == typeof(void)) budget.Allocate(bytes, at);
        return bytes / 8;
    }

    public static int Log(long n)
    {
        var log = 1;
        while ((n >>= 1) > 0) log++;
        return log;
    }
}
