using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Xunit;

namespace MemoryViews.Tests.Memory;

public class ObjectBytesTests
{
    [Fact]
    public void An_offset_into_an_object_names_its_elements()
    {
        int[] vector = [1, 2, 3];
        Assert.True(Unsafe.AreSame(ref ObjectBytes.At(vector, ObjectBytes.StartOf(vector) + 8), ref Unsafe.As<int, byte>(ref vector[2])));
        Assert.Equal(ObjectBytes.StartOf(vector), ObjectBytes.StartOf((Array)vector));
        long[,] grid = { { 1, 2 }, { 3, 4 } };
        Assert.True(Unsafe.AreSame(ref ObjectBytes.At(grid, ObjectBytes.StartOf(grid) + 24), ref Unsafe.As<long, byte>(ref grid[1, 1])));
        string text = "memory";
        Assert.Equal('o', Unsafe.As<byte, char>(ref ObjectBytes.At(text, ObjectBytes.StartOf(text) + 6)));
    }

    [Fact]
    public void Empty_arrays_and_texts_have_a_start()
    {
        Assert.Equal(ObjectBytes.StartOf(new byte[1]), ObjectBytes.StartOf(Array.Empty<byte>()));
        Assert.Equal(ObjectBytes.StartOf("x"), ObjectBytes.StartOf(""));
        Assert.Equal(ObjectBytes.StartOf((Array)new int[1, 1]), ObjectBytes.StartOf((Array)new int[0, 5]));
    }

    [Fact]
    public void An_object_that_moves_is_still_found()
    {
        byte[][] arrays = new byte[1000][];
        MemoryView[] views = new MemoryView[arrays.Length];
        for (int i = 0; i < arrays.Length; i++)
        {
            arrays[i] = [(byte)i, (byte)(i >> 8)];
            views[i] = arrays[i].AsMemoryView();
            _ = new byte[100];
        }

        GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);
        for (int i = 0; i < arrays.Length; i++)
        {
            Assert.Equal((byte)i, views[i].Get<byte>(0));
            views[i].Set(1, (byte)7);
            Assert.Equal(7, MemoryMarshal.GetArrayDataReference(arrays[i]) == (byte)i ? arrays[i][1] : -1);
        }
    }
}
