using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace MemoryViews.Conformance;

/// <summary>Runs CPython's own tests with our memoryview in the place of the built-in one, and writes a line a suite.</summary>
internal sealed class CPythonRun(CPythonOptions options, TextWriter output)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    private readonly Exclusions _exclusions = Exclusions.ReadOwn();
    private int _passed;
    private int _failed;
    private int _skipped;

    /// <summary>Whether nothing failed.</summary>
    public async Task<bool> RunAsync()
    {
        foreach (Interpreter interpreter in Choose())
        {
            if (interpreter.Obstacle is { } obstacle)
            {
                output.WriteLine($"{interpreter} {obstacle}.");
                _failed++;
            }
            else
            {
                await RunAsync(interpreter).ConfigureAwait(false);
            }
        }

        output.WriteLine($"{_passed} passed, {_failed} failed, {_skipped} skipped");
        return _failed == 0;
    }

    private List<Interpreter> Choose()
    {
        if (options.Executables.Count > 0)
        {
            return [.. options.Executables.Select(Named)];
        }

        IReadOnlyList<Interpreter> found = Interpreters.Find();
        List<Interpreter> able = [.. found.Where(interpreter => interpreter.Obstacle is null && interpreter.IsDebug == options.HuntsLeaks)];
        if (able.Count == 0)
        {
            SayWhatIsMissing(found);
        }

        return options.AllInterpreters ? able : [.. able.Take(1)];
    }

    private static Interpreter Named(string executable) =>
        Interpreter.Ask(executable) ?? throw new VectorException($"'{executable}' does not answer as a Python interpreter does.");

    private void SayWhatIsMissing(IReadOnlyList<Interpreter> found)
    {
        _skipped++;
        output.WriteLine(options.HuntsLeaks
            ? "Not tested: references left behind. It takes a debug build of CPython 3.11 or later (Debian: python3.11-dbg, libpython3.11-testsuite)."
            : "Not tested: CPython's own tests. They take a CPython 3.11 or later with a shared library and its tests (Debian: python3, libpython3.11, libpython3.11-testsuite).");
        foreach (Interpreter interpreter in found)
        {
            output.WriteLine($"  {interpreter} {interpreter.Obstacle ?? "is not such a build"}.");
        }
    }

    private async Task RunAsync(Interpreter interpreter)
    {
        output.WriteLine(interpreter.ToString());
        if (options.HuntsLeaks)
        {
            LeakRun leaks = new(interpreter, output);
            await leaks.RunAsync(options.Suites.Count > 0 ? options.Suites : Suite.ForLeaks).ConfigureAwait(false);
            _passed += leaks.Passed;
            _failed += leaks.Failed;
            return;
        }

        output.WriteLine(SuiteResult.Heading);
        foreach (Suite suite in options.Suites.Count > 0 ? options.Suites : Suite.All)
        {
            Add(await RunAsync(interpreter, suite).ConfigureAwait(false));
        }
    }

    private async Task<SuiteResult> RunAsync(Interpreter interpreter, Suite suite)
    {
        Task<SuiteReport> plain = SuiteChild.RunAsync(interpreter, suite, ChildOrder.Plain, ChildOrder.Run, s_patience);
        SuiteReport ours = await SuiteChild.RunAsync(interpreter, suite, suite.IsEngineOnly ? ChildOrder.Engine : ChildOrder.Ours, ChildOrder.Run, s_patience).ConfigureAwait(false);
        return new(interpreter, suite, ours, await plain.ConfigureAwait(false), _exclusions);
    }

    private void Add(SuiteResult result)
    {
        _passed += result.Passed;
        _failed += result.Failures.Count;
        _skipped += result.Skipped;
        output.WriteLine(result.ToString());
        Tell("FAILED", result.Failures, options.IsVerbose);
        Tell("passes although cannot-apply.txt names it:", result.Surprises, false);
        Tell("fails on unpatched CPython, too:", result.FailPlain, false);
        if (options.IsVerbose)
        {
            Tell("cannot apply:", result.Inapplicable, true);
        }
    }

    private void Tell(string what, List<TestOutcome> outcomes, bool withText)
    {
        foreach (TestOutcome outcome in outcomes)
        {
            output.WriteLine($"    {what} {outcome.Test}");
            if (withText)
            {
                output.WriteLine($"        {outcome.Text.ReplaceLineEndings("\n        ").TrimEnd()}");
            }
        }
    }
}
