using System;

namespace MemoryViews.Docs.Tests.Samples;

/// <summary>The guide's page "Formats".</summary>
internal static class GuideFormats
{
    public static void CastingBytes()
    {
        // sample: casting-bytes
        byte[] bytes = [1, 0, 2, 0, 3, 0, 4, 0];
        using MemoryView view = bytes.AsMemoryView();

        Console.WriteLine($"{view.Cast("<H"):g}");             // little-endian 16 bits
        Console.WriteLine($"{view.Cast(">H"):g}");             // the same bytes, big-endian
        Console.WriteLine($"{view.Cast("<I", [2, 1]):g}".ReplaceLineEndings(""));
        Console.WriteLine(view.Cast("<Q").Get<long>(0));
        // end
    }

    public static void ItemsConvert()
    {
        // sample: items-convert
        using MemoryView view = new byte[] { 0x00, 0xc8 }.AsMemoryView();
        MemoryView big = view.Cast(">H");

        Console.WriteLine(big.Get<ushort>(0));                 // the format's own type, byte order put right
        Console.WriteLine(big.Get<double>(0));                 // another number, by value
        big.Set(0, 513);                                       // an int into 16 bits: checked
        Console.WriteLine(view.ToHexString());

        try
        {
            big.Set(0, 70_000);
        }
        catch (ItemRangeException e)
        {
            Console.WriteLine(e.Code);
        }
        // end
    }

    public static void Records()
    {
        // sample: records
        byte[] file = [7, 0, 0, 0, 0, 0, 128, 63, 8, 0, 0, 0, 0, 0, 0, 64];
        using MemoryView points = file.AsMemoryView().Cast("T{<I:id:<f:height:}");

        Console.WriteLine(points[0]);
        MemoryView heights = points["height"];                 // a column: stride 8, offset 4
        Console.WriteLine($"{heights:g} every {heights.Strides[0]} bytes");
        heights[1] = 2.5;
        Console.WriteLine(points[1]);
        // end
    }

    public static void FormatFacts()
    {
        // sample: format-facts
        foreach (string text in new[] { "bi", "<bi", "T{b:a:i:b:}", "(2,3)h", ">d", "4s" })
        {
            ItemFormat format = ItemFormat.Parse(text);
            Console.WriteLine($"{text,-12} {format.Size,2} bytes, alignment {format.Alignment}, {format.Kind}");
        }
        // end
    }

    public static void FormatErrors()
    {
        // sample: format-errors
        try
        {
            ItemFormat.Parse("T{i:id:j:count:}");
        }
        catch (ViewSyntaxException e)
        {
            Console.WriteLine(e.Message);
        }
        // end
    }

    public static void StructsOfDotNet()
    {
        // sample: structs-of-dot-net
        Console.WriteLine(ItemFormat.Of<Reading>());

        Reading[] readings = [new() { Sensor = 1, Value = 20.5 }, new() { Sensor = 2, Value = 21 }];
        using MemoryView view = readings.AsMemoryView();
        view["Value"][0] = 19.5;
        Console.WriteLine($"{readings[0].Value} {view.Get<Reading>(1).Sensor}");
        // end
    }

    // sample: structs-of-dot-net
    private struct Reading
    {
        public int Sensor;
        public double Value;
    }
    // end
}
