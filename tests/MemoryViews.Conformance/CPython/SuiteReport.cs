using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace MemoryViews.Conformance;

/// <summary>What a child wrote down about one suite, up to its end or to where it was cut.</summary>
internal sealed class SuiteReport
{
    private const int MostOutput = 4000;

    private readonly List<TestOutcome> _outcomes = [];
    private string? _running;

    public IReadOnlyList<TestOutcome> Outcomes => _outcomes;

    /// <summary>Whether the child came to its end; without it, the last test that started has not ended.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>What the child printed.</summary>
    public string Output { get; private set; } = "";

    public int Count(string kind) => _outcomes.Count(outcome => outcome.Kind == kind);

    public TestOutcome? Of(string test) => _outcomes.Find(outcome => outcome.Test == test);

    public static SuiteReport Read(string path)
    {
        SuiteReport report = new();
        foreach (string line in File.Exists(path) ? File.ReadAllLines(path) : [])
        {
            report.Add(line);
        }

        return report;
    }

    /// <summary>A suite that did not end is a failure with a name.</summary>
    /// <param name="suite">The suite.</param>
    /// <param name="end">How the child ended.</param>
    /// <param name="output">What it printed.</param>
    public void CompleteWith(string suite, string end, string output)
    {
        Output = output;
        if (!IsComplete)
        {
            string tail = output.Length > MostOutput ? output[^MostOutput..] : output;
            _outcomes.Add(TestOutcome.Failure(_running ?? $"{suite}.(start)", $"{end}{Environment.NewLine}{tail}"));
        }
    }

    private void Add(string line)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            Add(document.RootElement);
        }
        catch (JsonException)
        {
            // The line that was being written when the child died.
        }
    }

    private void Add(JsonElement line)
    {
        if (line.TryGetProperty("started", out JsonElement started))
        {
            _running = started.GetString();
        }
        else if (line.TryGetProperty("test", out JsonElement test))
        {
            _outcomes.Add(new(test.GetString()!, line.GetProperty("outcome").GetString()!, line.GetProperty("text").GetString()!));
            _running = null;
        }
        else
        {
            IsComplete = line.TryGetProperty("end", out _);
        }
    }
}
