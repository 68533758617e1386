using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ClusterDsl.Analyzers.Interpretation;

// Text, in no culture.
internal sealed partial class Interpreter
{
    string Concat(object? left, object? right, IOperation at)
    {
        var a = Text(left);
        var b = Text(right);
        RefuseIfTraced(a, at.Syntax);
        RefuseIfTraced(b, at.Syntax);
        Sizes.CheckText((long)a.Length + b.Length, at.Syntax, _budget);
        return a + b;
    }

    object? EvalInterpolated(IInterpolatedStringOperation operation)
    {
        var text = new StringBuilder();
        foreach (var part in operation.Parts)
        {
            switch (part)
            {
                case IInterpolatedStringTextOperation literal:
                    text.Append(literal.Text.ConstantValue.Value as string);
                    break;
                case IInterpolationOperation hole:
                    var format = hole.FormatString?.ConstantValue.Value as string;
                    Append(text, Eval(hole.Expression), hole.Alignment is { } width ? (int)Eval(width)! : 0, format, hole);
                    break;
                case IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation append }:
                    AppendCall(text, append);
                    break;
                default:
                    throw Unknown(part.Syntax, "it is no text and no value");
            }
            Sizes.CheckLength(text.Length, operation.Syntax);
        }
        Sizes.CheckText(text.Length, operation.Syntax, _budget);
        var whole = text.ToString();
        RefuseIfTraced(whole, operation.Syntax);
        return whole;
    }

    void AppendCall(StringBuilder text, IInvocationOperation append)
    {
        object? Argument(string name) =>
            append.Arguments.FirstOrDefault(a => a.Parameter?.Name == name) is { } argument ? Eval(argument.Value) : null;
        Append(text, Eval(append.Arguments[0].Value), Argument("alignment") as int? ?? 0, Argument("format") as string, append);
    }

    void Append(StringBuilder text, object? value, int alignment, string? format, IOperation at)
    {
        Sizes.CheckLength(Math.Abs((long)alignment), at.Syntax);
        Sizes.CheckFormat(format, at.Syntax);
        var shown = Shown(value, format, at);
        text.Append(alignment > 0 ? shown.PadLeft(alignment) : shown.PadRight(-alignment));
    }

    string Shown(object? value, string? format, IOperation at)
    {
        _budget.Burn(Sizes.Digits(value, format));
        if (value is DateTime time) RefuseIfZoned(time, format, at.Syntax);
        try
        {
            return format is not null && value is IFormattable formattable ? formattable.ToString(format, CultureInfo.InvariantCulture) : Text(value);
        }
        catch (FormatException exception)
        {
            throw Faulty(exception, at.Syntax);
        }
    }

    // Appending interpolated text to a StringBuilder: its handler is bypassed, the text is the same.
    object? EvalHandler(IInterpolatedStringHandlerCreationOperation operation) => Eval(operation.Content);

    object? EvalHandlerSum(IInterpolatedStringAdditionOperation operation) =>
        Concat(Eval(operation.Left), Eval(operation.Right), operation);
}
