using System.Collections;
using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace ClusterDsl.Analyzers.Tests.Infrastructure;

/// <summary>One program under the interpreter and under the runtime: the same value, or the same exception.</summary>
internal static class Agreement
{
    /// <summary>Runs the body of a method that returns an object; <paramref name="members"/> are beside it, <paramref name="types"/> beside its class.</summary>
    public static void On(string body, string members = "", string types = "") => On(Source.Compile($$"""
        public static class Program
        {
            public static object? Run()
            {
                {{body}}
            }
            {{members}}
        }
        {{types}}
        """));

    public static void On(Compilation compilation)
    {
        var expected = AtRunTime(compilation);
        Assert.Equal(expected, UnderTheInterpreter(compilation));
    }

    static string AtRunTime(Compilation compilation)
    {
        try
        {
            return Show(Source.Run(compilation, "Program", "Run"));
        }
        catch (TargetInvocationException exception)
        {
            return $"The definition throws {exception.InnerException!.GetType().Name}: {exception.InnerException.Message}";
        }
    }

    static string UnderTheInterpreter(Compilation compilation)
    {
        var (result, problems, isKnown) = Interpreted.Run(compilation, "Program", "Run");
        return problems.Count > 0 ? string.Join("\n", problems.Select(p => p.Message)) : isKnown ? Show(result) : "unknown";
    }

    /// <summary>A value as text that tells apart what C# tells apart.</summary>
    public static string Show(object? value) => value switch
    {
        null => "null",
        string text => '"' + text + '"',
        IEnumerable items => "[" + string.Join(", ", items.Cast<object?>().Select(Show)) + "]",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => value.GetType().Namespace == "ClusterDsl.Analyzers.Interpretation" || value.GetType().Assembly.GetName().Name == "Acme"
            ? value.ToString()!
            : value.GetType().Name + " " + string.Format(CultureInfo.InvariantCulture, "{0}", value),
    };
}
