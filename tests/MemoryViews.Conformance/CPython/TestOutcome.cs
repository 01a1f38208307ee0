using System;

namespace MemoryViews.Conformance;

/// <summary>What became of a test.</summary>
/// <param name="Test">Its name: "test_buffer.TestBufferProtocol.test_ndarray_fortran".</param>
/// <param name="Kind">"passed", "failed" or "skipped".</param>
/// <param name="Text">The traceback, or why it was skipped.</param>
internal sealed record TestOutcome(string Test, string Kind, string Text)
{
    public bool IsPass => Kind == "passed";

    public bool IsFailure => !IsPass && !IsSkip;

    public bool IsSkip => Kind == "skipped";

    public static TestOutcome Failure(string test, string text) => new(test, "failed", text.TrimEnd() + Environment.NewLine);
}
