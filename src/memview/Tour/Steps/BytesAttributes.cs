using System;

namespace MemoryViews.Command.Tour.Steps;

internal static class BytesAttributes
{
    public static void Run()
    {
        Bytes greeting = new("Hello World!"u8);            // Python: b"Hello World!"
        using MemoryView view = new(greeting);

        Console.WriteLine($"Exporter    {view.Exporter}"); // Python: obj
        Console.WriteLine($"ByteLength  {view.ByteLength}");
        Console.WriteLine($"Format      {view.Format}");
        Console.WriteLine($"ItemSize    {view.ItemSize}");
        Console.WriteLine($"IsReadOnly  {view.IsReadOnly}");

        try
        {
            view[0] = (byte)'J';
        }
        catch (ViewOperationException refusal)
        {
            Console.WriteLine(refusal.Message);
        }
    }
}
