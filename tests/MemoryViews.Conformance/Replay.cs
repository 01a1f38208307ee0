using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace MemoryViews.Conformance;

/// <summary>Replays the files of a directory and writes one line a family.</summary>
internal sealed class Replay(Options options, TextWriter output)
{
    /// <summary>The kind of differences that no rule of <see cref="Difference"/> knows.</summary>
    public const string Unknown = "of no known kind";

    private readonly Dictionary<string, int> _kinds = [];
    private int _passed;
    private int _failed;

    /// <summary>How often each kind of generous difference came.</summary>
    public IReadOnlyDictionary<string, int> Kinds => _kinds;

    /// <summary>Whether every strict answer was CPython's.</summary>
    public bool Run()
    {
        foreach (VectorFile file in ReadFiles())
        {
            RunFamily(file, Family.Named(file.Family) ?? throw new VectorException(
                $"{file.Path}: family '{file.Family}' is unknown: the families are {string.Join(", ", Family.Names)}."));
        }

        WriteKinds();
        output.WriteLine($"{_passed} passed, {_failed} failed");
        return _failed == 0;
    }

    private List<VectorFile> ReadFiles()
    {
        foreach (string name in options.Families)
        {
            _ = Family.Named(name) ?? throw new VectorException($"family '{name}' is unknown: the families are {string.Join(", ", Family.Names)}.");
        }

        List<VectorFile> files = [.. Directory.EnumerateFiles(options.Directory, "*.json").Order(StringComparer.Ordinal).Select(VectorFile.Read)];
        List<VectorFile> asked = options.Families.Count == 0 ? files : files.FindAll(file => options.Families.Contains(file.Family));
        return asked.Count > 0 ? asked : throw new VectorException($"{options.Directory}: no vector file (*.json) of the families asked for.");
    }

    private void RunFamily(VectorFile file, Family family)
    {
        int passed = 0, failed = 0, differs = 0;
        foreach (VectorCase vector in file.Cases)
        {
            if (Passes(family, vector))
            {
                passed++;
            }
            else
            {
                failed++;
            }

            differs += Differs(family, file.Family, vector) ? 1 : 0;
        }

        output.WriteLine($"{file.Family,-16}{passed,6} passed, {failed} failed   generous differs: {differs}");
        _passed += passed;
        _failed += failed;
    }

    private bool Passes(Family family, VectorCase vector)
    {
        string actual;
        try
        {
            Answer answer = family.Ask(vector, strict: true);
            if (Expectation.Matches(vector.Expected, answer))
            {
                return true;
            }

            actual = AnswerText.Of(answer) + (answer.Thrown is { } thrown ? $"\n    thrown    {thrown.GetType().Name}: {thrown.Message}" : "");
        }
        catch (VectorException malformed)
        {
            actual = $"none: the case is malformed: {malformed.Message}";
        }

        if (options.IsVerbose)
        {
            output.WriteLine($"FAILED {vector.Id}\n    in        {vector.Input}\n    expected  {vector.Expected}\n    actual    {actual}");
        }

        return false;
    }

    /// <summary>Asks once more, generously; a difference is counted by its kind.</summary>
    private bool Differs(Family family, string name, VectorCase vector)
    {
        try
        {
            Answer answer = family.Ask(vector, strict: false);
            if (Expectation.Matches(vector.Expected, answer))
            {
                return false;
            }

            string kind = Difference.KindOf(name, vector, answer) ?? Unknown;
            _kinds[kind] = _kinds.GetValueOrDefault(kind) + 1;
            if (kind == Unknown && options.IsVerbose)
            {
                output.WriteLine($"UNKNOWN {vector.Id}\n    in        {vector.Input}\n    expected  {vector.Expected}\n    generous  {AnswerText.Of(answer)}");
            }

            return true;
        }
        catch (VectorException)
        {
            return false;
        }
    }

    private void WriteKinds()
    {
        foreach ((string kind, int count) in _kinds.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (options.IsVerbose || kind == Unknown)
            {
                output.WriteLine($"generous: {kind,-40}{count,6}");
            }
        }
    }
}
