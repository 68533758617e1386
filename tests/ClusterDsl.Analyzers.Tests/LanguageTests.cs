using System.Runtime.CompilerServices;
using System.Text;
using ClusterDsl.Analyzers.Interpretation;

namespace ClusterDsl.Analyzers.Tests;

/// <summary>The page of the language tells the truth: its rows are programs, and its lists are those the interpreter goes by.</summary>
public class LanguageTests
{
    public static TheoryData<string> EvaluatedKinds => [.. LanguageTable.Evaluated.SelectMany(t => t.Rows).Select(r => r.Kind)];

    public static TheoryData<string> RefusedKinds => [.. LanguageTable.Refused.Select(r => r.Row.Kind)];

    [Theory]
    [MemberData(nameof(EvaluatedKinds))]
    public void What_the_page_says_is_evaluated_is_evaluated_as_at_run_time(string kind)
    {
        var row = LanguageTable.Evaluated.SelectMany(t => t.Rows).Single(r => r.Kind == kind);
        Agreement.On(row.Body, types: row.Beside);
    }

    [Theory]
    [MemberData(nameof(RefusedKinds))]
    public void What_the_page_says_is_refused_is_refused_where_it_stands(string kind)
    {
        var row = LanguageTable.Refused.Single(r => r.Row.Kind == kind).Row;
        var marked = Markup.Parse($$"""
            public static class Program
            {
                public static object? Run()
                {
                    {{row.Body}}
                }
            }
            {{row.Beside}}
            """);
        var (_, problems, _) = Interpreted.Run(Source.Compile(marked.Text), "Program", "Run");
        Assert.Equal(
            marked.Spans.Select(s => $"{s.Id} «{marked.Text.Substring(s.Span.Start, s.Span.Length)}»"),
            problems.Select(p => $"{p.Rule} «{marked.Text.Substring(p.Span.Start, p.Span.Length)}»"));
        Assert.All(problems, p => Assert.Contains("cannot be part of a definition", p.Message));
    }

    [Fact]
    public void The_page_is_written_from_what_the_interpreter_does()
    {
        var page = Path.Combine(Path.GetDirectoryName(Here())!, "../../analyzers/rules/language.md");
        var expected = Page();
        var written = File.Exists(page) ? File.ReadAllText(page).Replace("\r\n", "\n") : "";
        var received = Path.ChangeExtension(page, "received.txt");
        File.Delete(received);
        if (written != expected) File.WriteAllText(received, expected);
        Assert.True(written == expected, "analyzers/rules/language.md is stale: put language.received.txt in its place");
    }

    static string Page()
    {
        var page = new StringBuilder("""
            # The language of definitions

            A definition is ordinary C#, evaluated inside the compiler while it is typed. It gives there what it gives at run time, or a
            diagnostic at the expression that cannot be evaluated: [CDL0001](CDL0001.md) for what reaches outside the definition,
            [CDL0002](CDL0002.md) for what is outside the language, [CDL0003](CDL0003.md) for what does not finish,
            [CDL0004](CDL0004.md) for what throws, [CDL0005](CDL0005.md) for what recurses too deep and [CDL0006](CDL0006.md) for what
            is too large. The rest of the definition is still evaluated and checked.

            Every example on this page is a test, and the lists are those that the compiler goes by.

            ## What is evaluated

            """.Replace("\r\n", "\n"));
        page.Append('\n');
        foreach (var (title, rows) in LanguageTable.Evaluated)
        {
            page.Append($"### {title}\n\n| What | For example |\n| --- | --- |\n");
            foreach (var row in rows) page.Append($"| {row.Kind} | {Code(row.Body)}{(row.Beside.Length > 0 ? " with " + Code(row.Beside) : "")} |\n");
            page.Append('\n');
        }
        page.Append("## What is not\n\n| What | Diagnostic | Instead |\n| --- | --- | --- |\n");
        foreach (var (row, instead) in LanguageTable.Refused)
        {
            var id = Markup.Parse(row.Body).Spans.Single().Id;
            page.Append($"| {row.Kind} | [{id}]({id}.md) | {instead} |\n");
        }
        page.Append("\nStatic fields of a type without a static constructor are set up one by one, when they are first read, so that one that\ncannot be evaluated spoils only what reads it.\n");
        page.Append("\n## What may be called\n\nYour own methods, everything of ClusterDsl, and of the framework:\n\n");
        foreach (var space in AllowList.Namespaces) page.Append($"- all of `{space}`\n");
        page.Append($"- tuples, delegates and the exceptions of `System`\n- {string.Join(", ", AllowList.Types.Select(Name).Order(StringComparer.Ordinal))}\n");
        foreach (var (type, members) in AllowList.Only) page.Append($"- of {Name(type)} only {string.Join(", ", members.Select(m => $"`{m}`"))}\n");
        page.Append("\n## What may not be called\n\n[CDL0001](CDL0001.md) says why, and what to do instead. The first that fits counts; what neither list names, and what another project or package\nbrings, is refused too.\n\n");
        page.Append("| What | Why: it … | Instead |\n| --- | --- | --- |\n");
        foreach (var group in AllMembers().GroupBy(m => m.Why))
            page.Append($"| {string.Join(", ", group.Select(g => g.Name))} | {group.Key.Reason} | {group.Key.Instead} |\n");
        return page.ToString();
    }

    static IEnumerable<(string Name, Refusal Why)> AllMembers() =>
        Refusals.Members.Select(m => (Name(m.Key.Replace("*.", "")), m.Value))
            .Concat(Refusals.Types.Select(t => (Name(t.Name.EndsWith('.') ? t.Name + "*" : t.Name), t.Why)));

    static string Name(string name) => $"`{System.Text.RegularExpressions.Regex.Replace(name, "`\\d", "<…>")}`";

    static string Code(string code) => $"`{code.Replace("|", "\\|")}`";

    static string Here([CallerFilePath] string path = "") => path;
}
