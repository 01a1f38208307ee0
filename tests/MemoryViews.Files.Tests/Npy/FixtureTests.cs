using System;
using System.IO;
using System.Linq;
using Xunit;

namespace MemoryViews.Files.Tests;

/// <summary>Files that NumPy wrote once, read where it is not installed.</summary>
public sealed class FixtureTests
{
    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Fixtures", name);

    [Theory]
    [InlineData("fortran.npy")]
    [InlineData("scalar.npy")]
    [InlineData("records.npy")]
    [InlineData("text.npy")]
    [InlineData("unicode-names.npy")]
    public void A_file_read_and_saved_is_the_same_file(string name)
    {
        using NpyFile file = NpyFile.Open(PathOf(name));
        using MemoryStream saved = new();
        NpyFile.Write(saved, file.View);
        Assert.Equal(File.ReadAllBytes(PathOf(name)), saved.ToArray());
    }

    [Fact]
    public void Fortran_order_and_big_endian_items_are_a_view_of_the_file()
    {
        using NpyFile file = NpyFile.Open(PathOf("fortran.npy"));
        Assert.Equal(AxisOrder.F, file.Order);
        Assert.Equal(">d", file.Format.Text);
        Assert.Equal([8, 16], file.View.Strides.ToArray());
        Assert.Equal(5.0, file.View[1, 2]);
        Assert.True(file.View.IsReadOnly);
    }

    [Fact]
    public void An_array_of_rank_0_is_a_view_of_rank_0()
    {
        using NpyFile file = NpyFile.Open(PathOf("scalar.npy"));
        Assert.Equal(0, file.Shape.Length);
        Assert.Equal((short)-5, file.View[[]]);
    }

    [Fact]
    public void Records_have_their_fields_gaps_and_sub_arrays()
    {
        using NpyFile file = NpyFile.Open(PathOf("records.npy"));
        Assert.Equal(["id", "n", "m"], file.Format.Fields.Select(field => field.Name));
        Assert.Equal(3.5, file.View["n.v"][1]);
        Assert.Equal((short)7, file.View["m"][1, 1, 0]);
    }

    [Fact]
    public void Titles_are_left_out_and_stand_in_the_description()
    {
        using NpyFile file = NpyFile.Open(PathOf("titled.npy"));
        Assert.Equal(7, file.View["name"][0]);
        Assert.Equal("[(('Title', 'name'), '<i4')]", file.Description);
    }

    [Fact]
    public void Text_is_UTF_32()
    {
        using NpyFile file = NpyFile.Open(PathOf("text.npy"));
        Assert.Equal("日本語", file.View[1]);
    }

    [Fact]
    public void Version_3_has_names_in_UTF_8()
    {
        using NpyFile file = NpyFile.Open(PathOf("unicode-names.npy"));
        Assert.Equal(new Version(3, 0), file.Version);
        Assert.Equal(1, file.View["名前"][0]);
    }

    [Fact]
    public void Version_2_has_a_longer_header_length()
    {
        using NpyFile file = NpyFile.Open(PathOf("version2.npy"));
        Assert.Equal(new Version(2, 0), file.Version);
        Assert.Equal([0u, 1u, 2u, 3u], file.View.ToArray<uint>());
    }

    [Fact]
    public void Dates_are_refused_unless_asked_for_as_integers()
    {
        ArrayFileException refusal = Assert.Throws<ArrayFileException>(() => NpyFile.Open(PathOf("dates.npy")));
        Assert.Equal(ViewErrorCode.FormatUnsupported, refusal.Code);
        using NpyFile file = NpyFile.Open(PathOf("dates.npy"), options: new NpyOptions { DatesAsIntegers = true });
        Assert.Equal([1, 10957], file.View.ToArray<long>());
        Assert.Equal("'<M8[D]'", file.Description);
    }

    [Fact]
    public void Objects_are_refused_because_loading_them_runs_code()
    {
        ArrayFileException refusal = Assert.Throws<ArrayFileException>(() => NpyFile.Open(PathOf("objects.npy")));
        Assert.StartsWith("This array contains pickled Python objects", refusal.Message, StringComparison.Ordinal);
    }
}
