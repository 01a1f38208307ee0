using System.Collections.Generic;
using System.IO;
using System.Linq;
using Xunit;

namespace MemoryViews.Files.Tests;

public sealed class NumPyTests(NumPyArrays arrays) : IClassFixture<NumPyArrays>
{
    public static IEnumerable<TheoryDataRow<string>> Names => NumPyCase.All.Select(one => new TheoryDataRow<string>(one.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void What_NumPy_writes_is_read_item_for_item(string name)
    {
        NumPyCase one = Case(name);
        using NpyFile file = Open(one);
        Assert.Equal(arrays.ItemsOf(one), file.View.ToBytes());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_NumPy_writes_is_saved_again_byte_for_byte(string name)
    {
        NumPyCase one = Case(name);
        using NpyFile file = Open(one);
        using MemoryStream saved = new();
        NpyFile.Write(saved, file.View);
        Assert.Equal(File.ReadAllBytes(arrays.PathOf(one)), saved.ToArray());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void NumPy_reads_what_is_saved_and_would_have_saved_it_so(string name)
    {
        NumPyWitness.SkipUnlessThere();
        Assert.Equal("ok", arrays.VerdictOn(Case(name)));
    }

    private static NumPyCase Case(string name)
    {
        NumPyWitness.SkipUnlessThere();
        return NumPyCase.All.Single(one => one.Name == name);
    }

    private NpyFile Open(NumPyCase one) => NpyFile.Open(arrays.PathOf(one), options: new NpyOptions { MaxHeaderBytes = 1 << 20 });
}
