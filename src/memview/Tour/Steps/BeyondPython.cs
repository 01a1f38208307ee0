using System;
using System.Linq;

namespace MemoryViews.Command.Tour.Steps;

internal static class BeyondPython
{
    public static void Run()
    {
        byte[] bytes = [.. Enumerable.Range(0, 12).Select(i => (byte)i)];
        using MemoryView v = bytes.AsMemoryView();
        MemoryView m = v.Cast("B", [3, 4]);
        PythonView pv = new(v), pm = new(m);               // CPython's rules over the same views, live
        PythonSlice all = new(null, null), odd = new(null, null, 2);

        Console.WriteLine("                        Python                here");
        Compare("m[1]", () => pm.GetItem(1), $"{m[1, ..]:g}");
        Compare("m[:, 1]", () => pm.GetItem(new object?[] { all, 1 }), $"{m[.., 1]:g}");
        Compare("m[:, ::2]", () => pm.GetItem(new object?[] { all, odd }), $"{m[.., (..).By(2)]:g}");
        Compare("list(m)", () => pm.Iterate(), string.Join(" ", m.Along().Select(row => $"{row:g}")));
        Compare("v.cast('>H')", () => pv.Cast(">H"), $"{v.Cast(">H"):g}");
        Compare("v.cast('>HB')", () => pv.Cast("T{>H:a:B:b:}"), $"{v.Cast("T{>H:a:B:b:}")[0]}");
        Compare("v.cast('H').cast('I')", () => pv.Cast("H").Cast("I"), $"{v.Cast("H").Cast("I"):g}");
        Compare("m[::2].cast('H')", () => ((PythonView)pm.GetItem(odd)!).Cast("H"), $"{m[(..).By(2)].Cast("H"):g}");
    }

    private static void Compare(string expression, Func<object?> python, string here)
    {
        try
        {
            Console.WriteLine($"{expression,-22}  {python(),-20}");
        }
        catch (Exception refusal) when (refusal is IViewException)
        {
            Console.WriteLine($"{expression,-22}  {PythonView.PythonClassOf(refusal),-20}  {here.ReplaceLineEndings("")}");
        }
    }
}
