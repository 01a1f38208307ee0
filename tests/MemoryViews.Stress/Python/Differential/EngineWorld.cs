using System;
using System.Collections.Generic;
using System.Linq;
using MemoryViews.Python;

namespace MemoryViews.Stress.Python.Differential;

/// <summary>The world of a script on the engine alone: Python's rules over views of this library, without a Python object around them.</summary>
internal sealed class EngineWorld : IDisposable
{
    private readonly PythonView?[] _views = new PythonView?[4];
    private readonly Stack<BufferExport> _lent = new();
    private readonly PythonObject? _imported;
    private readonly Func<byte[]> _memory;

    public EngineWorld(Base memory, Wire wire)
    {
        Base = memory;
        (Exporter, _memory) = memory.Kind switch
        {
            "bytes" => Of(new Bytes(memory.Raw), bytes => bytes.ToArray()),
            "bytearray" => Of(new ByteArray(memory.Raw), bytes => bytes.ToArray()),
            "array" => Of(TypedArray.OfBytes((string)memory.Arguments[1]!, memory.Raw), BytesOf),
            _ => Of(_imported = wire.Begin(memory), _ => wire.Memory()),
        };
        _views[0] = PythonView.Of(Exporter);
    }

    /// <summary>The world whose step runs on this thread: what traps in arguments let go of.</summary>
    [field: ThreadStatic]
    public static EngineWorld? Current { get; set; }

    public Base Base { get; }

    public IBufferExporter Exporter { get; }

    public byte[] Memory => _memory();

    /// <summary>Buffers that are out.</summary>
    public Stack<BufferExport> Lent => _lent;

    public PythonView At(int slot) => _views[slot] ?? _views[0]!;

    /// <summary>What each step of a script gives, between the beginning and the memory at the end.</summary>
    public static List<object?> Run(Script script, Wire wire)
    {
        using EngineWorld world = new(script.Base, wire);
        return [Describe(world.At(0)), .. script.Steps.Select(world.Run), world.Memory];
    }

    /// <summary>What a step gives: a plain value, or ("!", the class of what it raises).</summary>
    public object? Run(Step step)
    {
        Current = this;
        object? result = Answer(step);
        return ReferenceEquals(result, EngineSteps.NotAsked) ? result : EngineSteps.Writes(step.Name) ? new object?[] { result, Memory } : result;
    }

    /// <summary>The attributes as the driver lists them.</summary>
    public static object?[] Describe(PythonView view) =>
    [
        "view", view.Format, view.ItemSize, view.Rank, Tuple(view.Shape), Tuple(view.Strides), Tuple(view.Suboffsets), view.IsReadOnly, view.ByteLength,
        view.IsCContiguous, view.IsFContiguous, view.IsContiguous,
    ];

    public void Dispose()
    {
        while (_lent.TryPop(out BufferExport? export))
        {
            export.Dispose();
        }

        foreach (PythonView? view in _views)
        {
            view?.Dispose();
        }

        _imported?.Dispose();
    }

    private object? Answer(Step step)
    {
        PythonView view = At(step.Slot);
        if (!EngineSteps.All.TryGetValue(step.Name, out EngineSteps.Run? run) || (step.Name == "hash" && !Base.IsNative))
        {
            return EngineSteps.NotAsked;
        }

        try
        {
            object? result = run(this, view, Array.ConvertAll(step.Arguments, Value));
            return result is not PythonView made ? result : ReferenceEquals(made, view) ? "the view itself" : Put(made, step.Target);
        }
        catch (Exception e)
        {
            return new object?[] { "!", e is PythonException python ? python.TypeName : PythonView.PythonClassOf(e) };
        }
    }

    private object?[] Put(PythonView made, int target)
    {
        PythonView? old = _views[target];
        _views[target] = made;
        old?.Dispose();
        return Describe(made);
    }

    private object? Value(object? value) => value switch
    {
        SlotValue slot => At(slot.Slot),
        Lender { Kind: "array" } lender => TypedArray.OfBytes(lender.Code, lender.Bytes),
        Lender lender => new Memory<byte>([.. lender.Bytes]),
        _ => value,
    };

    private static (IBufferExporter, Func<byte[]>) Of<T>(T exporter, Func<T, byte[]> bytes)
        where T : IBufferExporter => (exporter, () => bytes(exporter));

    private static byte[] BytesOf(IBufferExporter exporter)
    {
        using MemoryView view = new(exporter);
        return view.ToBytes();
    }

    private static object?[] Tuple(ReadOnlySpan<nint> numbers)
    {
        object?[] tuple = new object?[numbers.Length];
        for (int i = 0; i < tuple.Length; i++)
        {
            tuple[i] = numbers[i];
        }

        return tuple;
    }
}
