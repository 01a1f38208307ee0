using Xunit;

namespace MemoryViews.Tests.Exporters;

/// <summary>One file mapped twice is one memory at two addresses: a copy from one to the other is exact.</summary>
public sealed class MappedTwiceTests : MappedFileFolder
{
    [Theory]
    [InlineData(-37, 50)]
    [InlineData(-1, 5000)]
    [InlineData(1, 50)]
    [InlineData(1, 100_000)]
    [InlineData(33, 1000)]
    public void A_run_is_copied_as_if_it_had_been_copied_first(int shift, int count)
    {
        byte[] content = Pattern(110_000);
        string path = Write(content);
        using MappedFile one = MappedFile.Open(path, MapAccess.ReadWrite), two = MappedFile.Open(path, MapAccess.ReadWrite);
        using MemoryView source = new(one), destination = new(two);
        source.Slice(100, count).CopyTo(destination.Slice(100 + shift, count));
        Assert.Equal(content[100..(100 + count)], destination.Slice(100 + shift, count).ToBytes());
    }
}
