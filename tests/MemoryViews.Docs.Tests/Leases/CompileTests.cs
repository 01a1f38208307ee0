using System.Linq;
using MemoryViews.HouseKeeping;
using Xunit;

namespace MemoryViews.Docs.Tests.Leases;

/// <summary>
/// What the compiler lets nobody do with a lease, and what it lets through. The sources are in tests/data/leases and in Accepted.cs beside this
/// file; the SDK's own compiler reads each of them once.
/// </summary>
public sealed class CompileTests
{
    private const string NoSdk = "Only a runtime is installed: there is no compiler to ask.";

    private static readonly Refusals s_bodies = new("Refused"), s_declarations = new("RefusedFields");

    public static TheoryData<int> Bodies => [.. s_bodies.Lines];

    public static TheoryData<int> Declarations => [.. s_declarations.Lines];

    [Theory]
    [MemberData(nameof(Bodies))]
    public void A_way_out_of_the_scope_does_not_compile(int line) => RefusesAt(s_bodies, line);

    [Theory]
    [MemberData(nameof(Declarations))]
    public void A_place_outside_the_stack_cannot_be_declared(int line) => RefusesAt(s_declarations, line);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Nothing_else_in_these_sources_is_wrong(bool isBodies)
    {
        Assert.SkipWhen(Compiler.Program is null, NoSdk);
        Refusals refusals = isBodies ? s_bodies : s_declarations;

        Assert.DoesNotContain(refusals.Found, fault => !refusals.Lines.Contains(fault.Line));
    }

    [Fact]
    public void Every_form_is_one_that_is_refused()
    {
        // A form without a mark would be tested by nobody.
        string[] lines = System.IO.File.ReadAllLines(Repository.At("tests/data/leases/Refused.cs"));
        int forms = lines.Count(line => line.StartsWith("    public static", System.StringComparison.Ordinal));

        Assert.Equal(forms, s_bodies.Lines.Count());
    }

    [Fact]
    public void The_forms_that_are_documented_as_compiling_do()
    {
        Assert.SkipWhen(Compiler.Program is null, NoSdk);

        Assert.Empty(Compiler.ErrorsOf(Repository.At("tests/MemoryViews.Docs.Tests/Leases/Accepted.cs")));
    }

    private static void RefusesAt(Refusals refusals, int line)
    {
        Assert.SkipWhen(Compiler.Program is null, NoSdk);

        Assert.Equal(Refusals.CodesAt(refusals.Expected, line), Refusals.CodesAt(refusals.Found, line));
    }
}
