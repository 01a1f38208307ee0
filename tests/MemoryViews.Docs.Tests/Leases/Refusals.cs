using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using MemoryViews.HouseKeeping;
using Fault = MemoryViews.Docs.Tests.Leases.Compiler.Fault;

namespace MemoryViews.Docs.Tests.Leases;

/// <summary>A source whose lines say which errors they must give: "return span; // CS8352".</summary>
internal sealed partial class Refusals
{
    private readonly Lazy<IReadOnlyList<Fault>> _found;
    private readonly string[] _lines;

    public Refusals(string name)
    {
        string file = Repository.At($"tests/data/leases/{name}.cs");
        _lines = File.ReadAllLines(file);
        _found = new(() => Compiler.ErrorsOf(file));
    }

    /// <summary>What the lines say, in their order.</summary>
    public IEnumerable<Fault> Expected => _lines.SelectMany((line, at) => CodesOf(line).Select(code => new Fault(at + 1, code)));

    /// <summary>What the compiler says, once for each line and code; the file is compiled when first asked.</summary>
    public IEnumerable<Fault> Found => _found.Value.Distinct().OrderBy(fault => fault.Line).ThenBy(fault => fault.Code, StringComparer.Ordinal);

    /// <summary>The lines that must not compile.</summary>
    public IEnumerable<int> Lines => Expected.Select(fault => fault.Line).Distinct();

    public static string CodesAt(IEnumerable<Fault> faults, int line) => string.Join(' ', faults.Where(fault => fault.Line == line).Select(fault => fault.Code));

    private static IEnumerable<string> CodesOf(string line)
    {
        Match mark = Mark().Match(line);
        return mark.Success ? mark.Groups["code"].Captures.Select(code => code.Value) : [];
    }

    [GeneratedRegex("//(?: (?<code>CS[0-9]+))+$")]
    private static partial Regex Mark();
}
