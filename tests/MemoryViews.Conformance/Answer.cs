using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;

namespace MemoryViews.Conformance;

/// <summary>What the library answered to a case: members as the vectors name them.</summary>
internal sealed class Answer : Dictionary<string, object?>
{
    /// <summary>Runs a step, and puts the class of what it throws into the answer. False when it threw.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever is thrown is the answer.")]
    public bool Try(Action step)
    {
        try
        {
            step();
            return true;
        }
        catch (Exception error) when (error is not VectorException)
        {
            this["error"] = ClassOf(error);
            Thrown = error;
            return false;
        }
    }

    /// <summary>The value of an expression, or {"error": class}.</summary>
    public static object? ValueOf(Func<object?> expression)
    {
        object? value = null;
        Answer inner = [];
        return inner.Try(() => value = expression()) ? value : inner;
    }

    /// <summary>What was thrown, for those who look into a failure.</summary>
    public Exception? Thrown { get; private set; }

    private static string ClassOf(Exception error) => error is PythonRaised raised ? raised.Name : PythonView.PythonClassOf(error);
}
