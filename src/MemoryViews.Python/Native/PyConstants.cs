using System;

namespace MemoryViews.Python;

/// <summary>Numbers of slots. C: <c>typeslots.h</c>, part of the stable ABI.</summary>
internal static class PySlot
{
    public const int BufferGet = 1;
    public const int BufferRelease = 2;
    public const int MappingAssign = 3;
    public const int MappingLength = 4;
    public const int MappingItem = 5;
    public const int NumberBool = 9;
    public const int NumberIndex = 25;
    public const int SequenceAssign = 39;
    public const int SequenceConcat = 40;
    public const int SequenceContains = 41;
    public const int SequenceItem = 44;
    public const int SequenceLength = 45;
    public const int Alloc = 47;
    public const int Base = 48;
    public const int Call = 50;
    public const int Clear = 51;
    public const int Dealloc = 52;
    public const int Doc = 56;
    public const int GetAttribute = 58;
    public const int Hash = 59;
    public const int Init = 60;
    public const int IsGc = 61;
    public const int Iterate = 62;
    public const int IterateNext = 63;
    public const int Methods = 64;
    public const int New = 65;
    public const int Repr = 66;
    public const int RichCompare = 67;
    public const int SetAttribute = 69;
    public const int Str = 70;
    public const int Traverse = 71;
    public const int Members = 72;
    public const int GetSet = 73;
    public const int Free = 74;
    public const int Finalize = 80;
}

/// <summary>What a class says about itself. C: <c>Py_TPFLAGS_...</c>.</summary>
[Flags]
internal enum PyTypeFlags : uint
{
    Default = 0,
    Sequence = 1u << 5,
    Mapping = 1u << 6,
    DisallowInstantiation = 1u << 7,
    Immutable = 1u << 8,
    HeapType = 1u << 9,
    BaseType = 1u << 10,
    HaveGc = 1u << 14,
    IntSubclass = 1u << 24,
    ListSubclass = 1u << 25,
    TupleSubclass = 1u << 26,
    BytesSubclass = 1u << 27,
    TextSubclass = 1u << 28,
    DictSubclass = 1u << 29,
    ExceptionSubclass = 1u << 30,
    TypeSubclass = 1u << 31,
}

/// <summary>How a method is called. C: <c>METH_...</c>.</summary>
internal static class PyMethodFlags
{
    public const int VarArgs = 1;
    public const int Keywords = 2;
    public const int NoArgs = 4;
    public const int One = 8;
    public const int Class = 16;
    public const int Static = 32;
    public const int FastCall = 128;
}

/// <summary>Which comparison <c>tp_richcompare</c> is asked for.</summary>
internal static class PyCompare
{
    public const int Less = 0;
    public const int LessOrEqual = 1;
    public const int Equal = 2;
    public const int NotEqual = 3;
    public const int Greater = 4;
    public const int GreaterOrEqual = 5;
}

/// <summary>Kinds of stored attributes. C: <c>T_...</c> of <c>structmember.h</c>.</summary>
internal static class PyMember
{
    public const int Size = 19;
    public const int ReadOnly = 1;
}
