using System.Runtime.InteropServices;

namespace MemoryViews.Python;

/// <summary>What <c>PyType_FromSpec</c> makes a class of. C: <c>PyType_Spec</c>, 32 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct PyTypeSpec
{
    public byte* Name;
    public int BasicSize;
    public int ItemSize;
    public uint Flags;
    public PyTypeSlot* Slots;
}

/// <summary>One function of a class; a slot 0 ends the list. C: <c>PyType_Slot</c>, 16 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct PyTypeSlot(int slot, void* function)
{
    public int Slot = slot;
    public void* Function = function;
}

/// <summary>One method; a null name ends the list. C: <c>PyMethodDef</c>, 32 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct PyMethodDef
{
    public byte* Name;
    public void* Method;
    public int Flags;
    public byte* Doc;
}

/// <summary>One computed attribute; a null name ends the list. C: <c>PyGetSetDef</c>, 40 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct PyGetSetDef
{
    public byte* Name;
    public void* Get;
    public void* Set;
    public byte* Doc;
    public void* Closure;
}

/// <summary>One stored attribute; a null name ends the list. C: <c>PyMemberDef</c>, 40 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct PyMemberDef
{
    public byte* Name;
    public int Type;
    public nint Offset;
    public int Flags;
    public byte* Doc;
}

/// <summary>A module to be. C: <c>PyModuleDef</c>, 104 bytes, of which the first 40 are <c>PyModuleDef_Base</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct PyModuleDef
{
    public nint RefCount;
    public nint Type;
    public void* Init;
    public nint Index;
    public nint Copy;
    public byte* Name;
    public byte* Doc;
    public nint Size;
    public PyMethodDef* Methods;
    public void* Slots;
    public void* Traverse;
    public void* Clear;
    public void* Free;
}
