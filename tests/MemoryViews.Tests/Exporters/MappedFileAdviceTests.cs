using System;
using System.Linq;
using Xunit;

namespace MemoryViews.Tests.Exporters;

/// <summary>MappedFile.Advise: what the system took, as it tells itself, and that no advice changes a byte.</summary>
public sealed class MappedFileAdviceTests : MappedFileFolder
{
    private const int Pages = 16;
    private static readonly int s_page = Environment.SystemPageSize;

    [Theory]
    [InlineData(MapAdvice.Random, "rr")]
    [InlineData(MapAdvice.Sequential, "sr")]
    public void Advice_on_access_reaches_the_system_and_is_taken_back(MapAdvice advice, string flag)
    {
        SkipWithoutSmaps();
        string path = Write(Pattern(Pages * s_page));
        using MappedFile file = MappedFile.Open(path);
        Assert.DoesNotContain(flag, Assert.Single(Smaps.Flags(path)));
        Assert.True(file.Advise(advice));
        Assert.Contains(flag, Assert.Single(Smaps.Flags(path)));
        Assert.True(file.Advise(MapAdvice.Normal));
        Assert.DoesNotContain(flag, Assert.Single(Smaps.Flags(path)));
    }

    [Fact]
    public void Advice_on_a_part_holds_for_the_pages_it_touches()
    {
        SkipWithoutSmaps();
        string path = Write(Pattern(Pages * s_page));
        using MappedFile file = MappedFile.Open(path, offset: 10);
        Assert.True(file.Advise(MapAdvice.Random, s_page, 1)); // byte page + 10 of the file: its second page
        string[][] flags = Smaps.Flags(path);
        Assert.Equal([false, true, false], Array.ConvertAll(flags, of => Array.IndexOf(of, "rr") >= 0));
    }

    [Fact]
    public void Populated_bytes_are_in_memory_when_the_call_returns_and_others_go_back_to_the_system()
    {
        SkipWithoutSmaps();
        string path = Write(Pattern(Pages * s_page));
        using MappedFile file = MappedFile.Open(path, MapAccess.ReadWrite);
        Assert.SkipUnless(file.Advise(MapAdvice.Populate), "a Linux older than the advice");
        Assert.True(IsInMemory(path, Pages, () => file.Advise(MapAdvice.Populate)));
        Assert.True(IsInMemory(path, 2, () => file.Advise(MapAdvice.Populate) && file.Advise(MapAdvice.DontNeed, 2 * s_page)));
        Assert.True(file.Advise(MapAdvice.WillNeed));
    }

    [Theory]
    [InlineData(MapAccess.ReadOnly)]
    [InlineData(MapAccess.ReadWrite)]
    [InlineData(MapAccess.CopyOnWrite)]
    public void No_advice_changes_a_byte_written_or_not(MapAccess access)
    {
        string path = Write(Pattern(100_000));
        using MappedFile file = MappedFile.Open(path, access);
        using MemoryView view = new(file);
        byte[] expected = Pattern(100_000);
        if (access != MapAccess.ReadOnly)
        {
            view[50_000] = expected[50_000] = 250;
        }

        foreach (MapAdvice advice in Enum.GetValues<MapAdvice>())
        {
            file.Advise(advice);
            file.Advise(advice, 49_999, 3);
            Assert.Equal(expected, view.ToBytes());
        }
    }

    [Fact]
    public void Advice_on_no_bytes_is_taken()
    {
        using MappedFile file = MappedFile.Open(Write(Pattern(10))), empty = MappedFile.Create(At("new.bin"), 0);
        Assert.True(file.Advise(MapAdvice.Random, 10));
        Assert.True(file.Advise(MapAdvice.Random, 3, 0));
        Assert.True(empty.Advise(MapAdvice.Populate));
    }

    [Theory]
    [InlineData(-1, null)]
    [InlineData(101, null)]
    [InlineData(0, 101)]
    [InlineData(100, 1)]
    [InlineData(0, -1)]
    public void A_range_outside_the_mapped_bytes_is_refused(int offset, int? length)
    {
        using MappedFile file = MappedFile.Open(Write(Pattern(100)));
        ViewArgumentException e = Assert.Throws<ViewArgumentException>(() => file.Advise(MapAdvice.Random, offset, length));
        Assert.Equal(ViewErrorCode.OutOfBounds, e.Code);
        Assert.Contains("has 100 mapped", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Advice_that_is_none_and_advice_on_a_closed_file_are_refused()
    {
        MappedFile file = MappedFile.Open(Write(Pattern(100)));
        Assert.Equal("advice", Assert.Throws<ViewArgumentException>(() => file.Advise((MapAdvice)99)).ParamName);
        file.Close();
        Assert.Throws<ViewReleasedException>(() => file.Advise(MapAdvice.Random));
    }

    [Fact]
    public void Populating_what_somebody_else_has_cut_off_is_an_exception()
    {
        SkipWithoutSmaps();
        string path = Write(Pattern(Pages * s_page));
        using MappedFile file = MappedFile.Open(path);
        Assert.SkipUnless(file.Advise(MapAdvice.Populate), "a Linux older than the advice");
        SetLength(path, s_page);
        Refused(() => file.Advise(MapAdvice.Populate), $"cut to {s_page} bytes", "open it again");
        Assert.True(file.Advise(MapAdvice.Populate, 0, s_page));
    }

    [Fact]
    public void What_the_system_tried_and_could_not_do_is_no_refusal()
    {
        SkipWithoutSmaps();
        Assert.False(FileAdvice.TryGive(s_page, 1, MapAdvice.Random, keepsWrites: false, out int error)); // nothing is ever mapped there
        Assert.NotEqual(0, error);
        string message = Error.CannotAdvise("a.bin", "Populate", 5, 10, "Cannot allocate memory").Message;
        Assert.StartsWith("Populate of bytes 5 to 15 of a.bin failed (Cannot allocate memory)", message, StringComparison.Ordinal);
    }

    // A system short of memory may take pages away again at any moment, but not each time.
    private static bool IsInMemory(string path, int pages, Func<bool> advise)
        => Enumerable.Range(0, 100).Any(_ => advise() && Smaps.Number(path, "Rss") == pages * s_page / 1024);

    private static void SkipWithoutSmaps() => Assert.SkipUnless(Smaps.Exists, "asks Linux what it took");
}
