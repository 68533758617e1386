namespace ClusterDsl.Analyzers.Interpretation;

/// <summary>Somewhere a value is kept; what leads there has been evaluated, once.</summary>
internal abstract class Place
{
    public abstract object? Value { get; set; }
}

/// <summary>A variable. Lambdas share the cell, which is what capturing by reference means.</summary>
internal sealed class Cell(object? value) : Place
{
    public override object? Value { get; set; } = value;
}

/// <summary>A part of something else: an element, a field, a property.</summary>
internal sealed class Part(Func<object?> get, Action<object?> set) : Place
{
    public override object? Value
    {
        get => get();
        set => set(value);
    }
}

/// <summary>A struct that is used as an object, so that its methods change the object itself.</summary>
internal sealed class Box(Instance boxed) : Place
{
    public override object? Value
    {
        get => boxed.Clone();
        set => boxed.Become((Instance)value!);
    }
}
