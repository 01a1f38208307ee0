using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace MemoryViews.HouseKeeping;

/// <summary>A list of faults that should be empty; the message shows every one in full, where Assert.Empty cuts them short.</summary>
internal static class Faults
{
    public static void None(IEnumerable<string?> faults)
    {
        string?[] all = [.. faults];
        Assert.True(all.Length == 0, $"{all.Length} found:\n{string.Join('\n', all.Select(fault => "  " + fault))}");
    }
}
