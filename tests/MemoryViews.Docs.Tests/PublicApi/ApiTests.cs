using System;
using System.IO;
using MemoryViews.HouseKeeping;
using Xunit;

namespace MemoryViews.Docs.Tests.PublicApi;

/// <summary>The public API stands in a file: no change to it goes unseen.</summary>
public class ApiTests
{
    private const string Listing = "docs/public-api.txt";

    private const string Head = """
        The public API of MemoryViews, one line a member. Written by a test from the compiled library;
        refresh with: MEMORYVIEWS_UPDATE=1 dotnet test tests/MemoryViews.Docs.Tests


        """;

    [Fact]
    public void The_listing_is_the_library()
    {
        string path = Repository.At(Listing);
        string listing = Head + ApiListing.Of(typeof(ViewErrorCode).Assembly) + "\n";
        if (Update.IsAsked)
        {
            File.WriteAllText(path, listing);
            return;
        }

        string standing = File.Exists(path) ? File.ReadAllText(path).Replace("\r\n", "\n", StringComparison.Ordinal) : "";
        Assert.True(standing == listing, $"{Listing} is not the public API of the library; {Update.Hint}\n{TextDiff.Between(standing, listing)}");
    }
}
