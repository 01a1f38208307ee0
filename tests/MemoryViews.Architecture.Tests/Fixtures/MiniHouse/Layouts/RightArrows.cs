using System;

namespace MemoryViews.Architecture.Tests.Fixtures.MiniHouse;

internal static class RightArrows
{
    public static Exception Fault() => MiniError.Fault();
}
