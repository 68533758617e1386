using System.ComponentModel;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ClusterDsl.Language;
using ClusterDsl.Rules;

namespace ClusterDsl.Tests;

/// <summary>What a person reads when the mouse rests on a call: what it declares, in which range, what stands when it is left out, and which rule answers.</summary>
public sealed class TooltipTests
{
    static readonly Dictionary<string, XElement> Docs = XDocument.Load(Path.ChangeExtension(typeof(Cluster).Assembly.Location, ".xml"))
        .Descendants("member").ToDictionary(m => m.Attribute("name")!.Value);

    /// <summary>The calls of the language, and the parameters an author fills in.</summary>
    static IEnumerable<(MethodInfo Call, ParameterInfo Parameter)> Parameters =>
        from call in Calls
        from parameter in call.GetParameters()
        where parameter.GetCustomAttributes().All(a => !a.GetType().Name.StartsWith("Caller"))
        select (call, parameter);

    static IEnumerable<MethodInfo> Calls =>
        from type in typeof(Cluster).Assembly.GetExportedTypes()
        where typeof(Declaration).IsAssignableFrom(type) && type != typeof(Declaration)
        from call in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        where !call.IsSpecialName && call.GetCustomAttribute<EditorBrowsableAttribute>() is not { State: EditorBrowsableState.Never }
        select call;

    [Fact]
    public void Every_number_says_its_range_and_the_rule_that_answers_one_outside() => None(
        from p in Parameters
        where Measure(p.Parameter.ParameterType) is not null
        let text = Text(p)
        where !Regex.IsMatch(text, @"\d") || !text.Contains("CDL1003")
        select p);

    [Fact]
    public void Every_name_and_model_says_the_rule_that_answers_a_bad_one() => None(
        from p in Parameters
        where p.Parameter is { HasDefaultValue: false } && p.Parameter.ParameterType == typeof(string) || typeof(HardwareModel).IsAssignableFrom(p.Parameter.ParameterType) || p.Parameter.ParameterType.IsGenericParameter
        where !Regex.IsMatch(Text(p), @"CDL\d{4}")
        select p);

    [Fact]
    public void Everything_that_can_be_left_out_says_what_stands_then() => None(
        from p in Parameters
        where p.Parameter.HasDefaultValue && p.Parameter.DefaultValue is null && !typeof(Delegate).IsAssignableFrom(p.Parameter.ParameterType)
        where !Text(p).Contains("left out")
        select p);

    [Fact]
    public void Every_rule_that_is_named_exists()
    {
        var known = RuleSet.All.Select(r => r.Id).ToHashSet();
        var named = Docs.SelectMany(d => Regex.Matches(d.Value.Value, @"CDL\d{4}").Select(m => (d.Key, Id: m.Value))).ToList();
        Assert.NotEmpty(named);
        None(named.Where(n => !known.Contains(n.Id)).Select(n => $"{n.Key} names {n.Id}"));
    }

    [Fact]
    public void Every_rule_is_named_by_the_calls_that_it_judges()
    {
        var named = Calls.SelectMany(c => Regex.Matches(Doc(c).Value, @"CDL\d{4}").Select(m => m.Value)).ToHashSet();
        None(RuleSet.All.Where(r => !named.Contains(r.Id)).Select(r => $"{r.Id}: {r.Title}"));
    }

    static void None(IEnumerable<(MethodInfo Call, ParameterInfo Parameter)> wanting) =>
        None(wanting.Select(p => $"{p.Call.DeclaringType!.Name}.{p.Call.Name}({p.Parameter.Name}): {Text(p)}"));

    static void None(IEnumerable<string> wanting)
    {
        var list = wanting.ToList();
        Assert.True(list.Count == 0, string.Join("\n", list));
    }

    static Type? Measure(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) is var plain && (plain == typeof(int) || plain == typeof(Length) || plain == typeof(Power) || plain == typeof(Bandwidth)) ? plain : null;

    static string Text((MethodInfo Call, ParameterInfo Parameter) p) =>
        Doc(p.Call).Elements("param").Single(e => e.Attribute("name")!.Value == p.Parameter.Name).Value;

    static XElement Doc(MethodInfo call)
    {
        var start = $"M:{call.DeclaringType!.FullName}.{call.Name}";
        return Docs.Single(d => d.Key == start || d.Key.StartsWith(start + "(")).Value;
    }
}
