using System;
using System.Runtime.CompilerServices;

namespace MemoryViews.Command.Tour;

/// <summary>A piece of a step: a method whose body is printed and whose output follows.</summary>
internal sealed class Part
{
    /// <param name="run">A method of the step, named as <c>Class.Method</c>; the name is what its text is found by, so the two cannot differ.</param>
    /// <param name="shows">Other members of the class, printed before the body because it uses them.</param>
    /// <param name="name">Left to the compiler.</param>
    public Part(Action run, string[]? shows = null, [CallerArgumentExpression(nameof(run))] string name = "")
    {
        Run = run;
        Shows = shows ?? [];
        (ClassName, MethodName) = (name[..name.IndexOf('.', StringComparison.Ordinal)], name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..]);
    }

    public Action Run { get; }

    public string[] Shows { get; }

    public string ClassName { get; }

    public string MethodName { get; }
}
