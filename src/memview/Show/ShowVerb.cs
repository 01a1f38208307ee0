using System;
using System.IO;

namespace MemoryViews.Command;

/// <summary><c>memview show</c>: numbers between brackets, records as a table, a single item as itself.</summary>
internal static class ShowVerb
{
    public static void Run(TextWriter writer, Palette palette, ChosenView chosen, ShowOptions options)
    {
        MemoryView view = chosen.View;
        if (ItemShapes.IsRecord(view.Format))
        {
            TableText.Write(writer, palette, chosen, options);
        }
        else if (view.Rank == 0)
        {
            byte[] item = new byte[view.ItemSize];
            view.CopyTo(item.AsSpan(), AxisOrder.C);
            writer.WriteLine(ItemPrinter.For(view.Format).Print(item));
        }
        else
        {
            ArrayText.Write(writer, view, options);
        }
    }
}
