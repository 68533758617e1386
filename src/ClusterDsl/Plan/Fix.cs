using ClusterDsl.Language;

namespace ClusterDsl.Plans;

/// <summary>A change of the source that removes a finding.</summary>
/// <param name="Title">What the editor offers: "Use 16 spines".</param>
/// <param name="Edits">What is written where.</param>
public sealed record Fix(string Title, Seq<Edit> Edits)
{
    /// <summary>
    /// Whether it declares the fault to be meant instead of removing it. That is for a person to decide, place by place; a
    /// reason in it is left to be written.
    /// </summary>
    public bool IsDecision { get; init; }

    /// <summary>Gives a parameter of a call this value, whether or not it was written.</summary>
    internal static Fix Set(string title, Origin call, string parameter, string value) =>
        new(title, Seq.Of(Edit.Set(call, parameter, value)));

    /// <summary>Gives an argument that was written another value.</summary>
    internal static Fix Instead(string title, Origin argument, string value) =>
        new(title, Seq.Of(Edit.At(EditKind.SetArgument, argument, value)));

    /// <summary>Puts another call behind a call.</summary>
    internal static Fix Append(string title, Origin call, string text, bool isDecision) =>
        new(title, Seq.Of(Edit.At(EditKind.AppendCall, call.Call, text))) { IsDecision = isDecision };

    /// <summary>Puts another call in the place of a call.</summary>
    internal static Fix Replace(string title, Origin call, string text, bool isDecision) =>
        new(title, Seq.Of(Edit.At(EditKind.ReplaceText, call.Call, text))) { IsDecision = isDecision };

    /// <summary>Takes a call out of its chain.</summary>
    internal static Fix Remove(string title, Origin call) => new(title, Seq.Of(Edit.At(EditKind.RemoveCall, call.Call, "")));
}

/// <summary>A change at one place.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Path">The source file; empty outside the compiler, where no place is known.</param>
/// <param name="Span">The call, the argument or the name that is changed.</param>
/// <param name="Text">The C# that is written.</param>
/// <param name="Parameter">The parameter that is set, where one is.</param>
public sealed record Edit(EditKind Kind, string Path, SourceSpan Span, string Text, string Parameter = "")
{
    internal static Edit Set(Origin call, string parameter, string value)
    {
        var at = call.Call.Argument(parameter);
        return new(EditKind.SetArgument, at.Path ?? "", at.Span ?? default, value, parameter);
    }

    internal static Edit At(EditKind kind, Origin call, string text) => new(kind, call.Path ?? "", call.Span ?? default, text);
}

/// <summary>What an <see cref="Edit"/> does.</summary>
public enum EditKind
{
    /// <summary>The value of the underlined argument becomes the text; an underlined call gets the argument.</summary>
    SetArgument,

    /// <summary>The text, a call without its dot, follows the underlined call.</summary>
    AppendCall,

    /// <summary>The underlined call leaves its chain.</summary>
    RemoveCall,

    /// <summary>The type with the underlined name gets those of these modifiers that it lacks.</summary>
    AddModifiers,

    /// <summary>The text takes the place of what is underlined.</summary>
    ReplaceText,
}
