using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using Xunit;

namespace MemoryViews.Files.Tests;

public sealed class NpzFileTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Stored_members_are_views_of_the_archive()
    {
        using NpzFile file = NpzFile.Open(FixtureTests.PathOf("stored.npz"));
        Assert.Equal(["a", "b"], file.Names);
        Assert.True(file.IsStored("a"));
        Assert.Equal([0, 1, 2, 3, 4, 5], file["a"].ToArray<int>());
        Assert.IsType<MappedFile>(file["a"].Exporter);
        Assert.Equal(2.5, file["b.npy"][[]]);
        Assert.Same(file["a"], file["a"]);
    }

    [Fact]
    public void Deflated_members_are_inflated()
    {
        using NpzFile file = NpzFile.Open(FixtureTests.PathOf("deflated.npz"));
        Assert.False(file.IsStored("zeros"));
        Assert.Equal([0, 1, 2, 3, 4, 5], file["a"].ToArray<int>());
        Assert.Equal(20_000, file["zeros"].Length);
    }

    [Fact]
    public void Archives_saved_are_read_again_with_items_at_multiples_of_64()
    {
        double[] odd = [1, 2, 3];
        Save(("x", odd.AsMemoryView()), ("名前", new byte[] { 1, 2, 3, 4 }.AsMemoryView().Cast("B", [2, 2]).Transpose()), ("y", odd.AsMemoryView().Flip()));
        using NpzFile file = NpzFile.Open(_directory["ours.npz"]);
        Assert.Equal(["x", "名前", "y"], file.Names);
        Assert.Equal([1, 3, 2, 4], file["名前"].ToBytes());
        Assert.Equal([3.0, 2.0, 1.0], file["y"].ToArray<double>());
        Assert.All(file.Names, name => Assert.Equal(0, file[name].Layout.Offset % 64));
    }

    [Fact]
    public void Archives_saved_are_zip_archives()
    {
        Save(("x", new int[100].AsMemoryView()), ("z", new byte[3].AsMemoryView()));
        using ZipArchive zip = ZipFile.OpenRead(_directory["ours.npz"]);
        Assert.Equal(["x.npy", "z.npy"], zip.Entries.Select(entry => entry.FullName));
        using Stream member = zip.Entries[0].Open();
        using NpyFile array = NpyFile.Read(member);
        Assert.Equal(100, array.View.Length);
    }

    [Fact]
    public void NumPy_and_we_read_each_other()
    {
        NumPyWitness.SkipUnlessThere();
        Save(("x", new short[] { 1, -2 }.AsMemoryView()), ("名", new byte[] { 1, 2, 3, 4 }.AsMemoryView().Cast(">H", [2, 1])));
        string seen = NumPyWitness.Ask("npz", _directory.Path);
        Assert.Equal("x <i2 (2,) [1, -2]\n名 >u2 (2, 1) [[258], [772]]\n", seen);
        foreach (string name in new[] { "stored.npz", "deflated.npz" })
        {
            using NpzFile file = NpzFile.Open(_directory[name]);
            Assert.Equal(["small", "big", "nämé"], file.Names);
            Assert.Equal(5, file["small"].Get<int>(1, 2));
            Assert.Equal(720_000, file["big"].ByteLength);
            Assert.Equal((ushort)5, file["nämé"][[]]);
        }
    }

    [Fact]
    public void An_archive_without_arrays_is_one()
    {
        Save();
        using NpzFile file = NpzFile.Open(_directory["ours.npz"]);
        Assert.Empty(file.Names);
        Assert.Contains("the members are none", Assert.Throws<ArrayFileException>(() => file["a"]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void More_members_than_16_bits_count_are_written_in_zip64_form()
    {
        using MemoryView item = new byte[] { 7 }.AsMemoryView();
        NpzFile.Save(_directory["ours.npz"], Enumerable.Range(0, 65_600).Select(i => KeyValuePair.Create<string, IBufferExporter>($"a{i}", item)));
        using NpzFile file = NpzFile.Open(_directory["ours.npz"]);
        Assert.Equal(65_600, file.Names.Count);
        Assert.Equal((byte)7, file["a65599"][0]);
        using ZipArchive zip = ZipFile.OpenRead(_directory["ours.npz"]);
        Assert.Equal(65_600, zip.Entries.Count);
    }

    [Fact]
    public void Something_may_stand_in_front_of_an_archive()
    {
        byte[] whole = [.. "#!/bin/sh\n"u8, .. File.ReadAllBytes(FixtureTests.PathOf("stored.npz"))];
        using NpzFile file = NpzFile.Open(_directory.Put("front.npz", whole));
        Assert.Equal([0, 1, 2, 3, 4, 5], file["a"].ToArray<int>());
    }

    [Fact]
    public void Members_that_are_no_npy_files_are_their_bytes()
    {
        using (ZipArchive zip = ZipFile.Open(_directory["mixed.npz"], ZipArchiveMode.Create))
        {
            zip.CreateEntry("folder/");
            using Stream text = zip.CreateEntry("note.txt", CompressionLevel.Optimal).Open();
            text.Write("hello"u8);
        }

        using NpzFile file = NpzFile.Open(_directory["mixed.npz"]);
        Assert.Equal(["note.txt"], file.Names);
        Assert.Equal("hello"u8.ToArray(), file["note.txt"].ToBytes());
    }

    [Fact]
    public void Members_larger_than_the_limit_are_not_inflated()
    {
        using NpzFile file = NpzFile.Open(FixtureTests.PathOf("deflated.npz"), options: new NpzOptions { MaxInflatedBytes = 1000 });
        Assert.Equal([0, 1, 2, 3, 4, 5], file["a"].ToArray<int>());
        ArrayFileException refusal = Assert.Throws<ArrayFileException>(() => file["zeros"]);
        Assert.Equal(ViewErrorCode.OutOfMemory, refusal.Code);
    }

    [Fact]
    public void Members_share_the_limit()
    {
        using NpzFile file = NpzFile.Open(FixtureTests.PathOf("deflated.npz"), options: new NpzOptions { MaxInflatedBytes = 160_200 });
        Assert.Equal(20_000, file["zeros"].Length);
        Assert.Contains("72 are left of the limit", Assert.Throws<ArrayFileException>(() => file["a"]).Message, StringComparison.Ordinal);
        Assert.Equal(20_000, file["zeros"].Length);
    }

    [Fact]
    public void Writing_to_members_is_refused_because_of_their_checksums_and_copies_may_be_written_to()
    {
        string path = FixtureTests.PathOf("stored.npz");
        Assert.Throws<ArrayFileException>(() => NpzFile.Open(path, MapAccess.ReadWrite));
        using NpzFile file = NpzFile.Open(path, MapAccess.CopyOnWrite);
        file["b"][[]] = 7.5;
        Assert.Equal(7.5, file["b"][[]]);
    }

    [Fact]
    public void Disposing_the_archive_ends_all_views()
    {
        NpzFile file = NpzFile.Open(FixtureTests.PathOf("deflated.npz"));
        MemoryView part = file["a"][1..];
        file.Dispose();
        file.Dispose();
        Assert.Throws<ViewReleasedException>(() => part[0]);
        Assert.Throws<ViewReleasedException>(() => file["zeros"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("twice")]
    public void Names_stand_once_and_are_not_empty(string name)
    {
        ArrayFileException refusal = Assert.Throws<ArrayFileException>(() => Save(("twice", new byte[1].AsMemoryView()), (name, new byte[1].AsMemoryView())));
        Assert.Equal(ViewErrorCode.InvalidArgument, refusal.Code);
    }

    private void Save(params (string Name, MemoryView View)[] arrays) =>
        NpzFile.Save(_directory["ours.npz"], arrays.Select(array => KeyValuePair.Create<string, IBufferExporter>(array.Name, array.View)));
}
