using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Xml.Linq;
using MemoryViews.HouseKeeping;
using Xunit;

namespace MemoryViews.Docs.Tests.Package;

/// <summary>What 'dotnet pack' puts into the package.</summary>
public sealed class PackageTests(PackageFixture fixture) : IClassFixture<PackageFixture>, IDisposable
{
    private readonly ZipArchive _package = ZipFile.OpenRead(fixture.Single(".nupkg"));

    [Theory]
    [InlineData("lib/net10.0/MemoryViews.dll")]
    [InlineData("lib/net10.0/MemoryViews.xml")]
    [InlineData("README.md")]
    [InlineData("LICENSE")]
    public void The_package_holds(string file) => Assert.NotEqual(0, _package.GetEntry(file)?.Length ?? 0);

    [Fact]
    public void The_package_holds_one_library_and_no_symbols()
    {
        string[] binaries = [.. _package.Entries.Select(entry => entry.FullName).Where(name => name.StartsWith("lib/", StringComparison.Ordinal)).Order()];
        Assert.Equal(["lib/net10.0/MemoryViews.dll", "lib/net10.0/MemoryViews.xml"], binaries);
    }

    [Fact]
    public void The_package_depends_on_nothing() =>
        Assert.DoesNotContain(Manifest().Descendants(), element => element.Name.LocalName is "dependency" or "frameworkReference");

    [Theory]
    [InlineData("id", "MemoryViews")]
    [InlineData("license", "MIT")]
    [InlineData("readme", "README.md")]
    public void The_manifest_says(string element, string value) =>
        Assert.Equal(value, Manifest().Descendants().Single(found => found.Name.LocalName == element).Value);

    [Fact]
    public void The_readme_of_the_package_is_the_readme_of_the_repository()
    {
        using StreamReader reader = new(_package.GetEntry("README.md")!.Open());
        Assert.Equal(File.ReadAllText(Repository.At("README.md")), reader.ReadToEnd());
    }

    [Fact]
    public void The_symbols_are_a_package_of_their_own()
    {
        using ZipArchive symbols = ZipFile.OpenRead(fixture.Single(".snupkg"));
        Assert.NotNull(symbols.GetEntry("lib/net10.0/MemoryViews.pdb"));
    }

    public void Dispose() => _package.Dispose();

    private XDocument Manifest()
    {
        using Stream stream = _package.GetEntry("MemoryViews.nuspec")!.Open();
        return XDocument.Load(stream);
    }
}
