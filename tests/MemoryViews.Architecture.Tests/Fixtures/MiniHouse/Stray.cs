namespace MemoryViews.Architecture.Tests.Fixtures.MiniHouse;

/// <summary>A type beside the rooms: it has no room to be checked by.</summary>
internal static class Stray
{
    public static int Number() => 1;
}
