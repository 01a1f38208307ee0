using System;
using System.Globalization;

namespace MemoryViews.Command;

/// <summary>What is worth knowing and is not the answer: it goes to standard error.</summary>
internal static class Notes
{
    public static void Write(Request request, ChosenView chosen)
    {
        if (chosen.DroppedTail > 0)
        {
            Console.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"memview: left out {chosen.DroppedTail:N0} byte{(chosen.DroppedTail == 1 ? "" : "s")} at the end that make no whole item"));
        }

        if (!Console.IsErrorRedirected && request.TypeText is "u8" or "i8")
        {
            Console.Error.WriteLine($"memview: {request.TypeText} is 8 bytes; one byte is {request.TypeText[0]}1");
        }
    }
}
