using System;

namespace MemoryViews.Docs.Tests;

/// <summary>With MEMORYVIEWS_UPDATE=1 the tests write the documents that they otherwise compare.</summary>
internal static class Update
{
    public const string Hint = "refresh with: MEMORYVIEWS_UPDATE=1 dotnet test tests/MemoryViews.Docs.Tests";

    public static bool IsAsked => Environment.GetEnvironmentVariable("MEMORYVIEWS_UPDATE") == "1";
}
