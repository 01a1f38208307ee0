using System;
using System.Runtime.InteropServices;

namespace MemoryViews.Tests.Reentrancy;

/// <summary>
/// An exporter of native bytes that runs user code when it lends and when it gets them back, and that poisons them when they come back: who
/// reads them later sees poison, and who writes them leaves a stain. They are freed when the test has looked.
/// </summary>
internal sealed unsafe class Poisoned : IBufferExporter, IDisposable
{
    private const byte Poison = 0xDD;

    private readonly byte* _bytes;
    private readonly int _length;
    private readonly ExportLock _exports = new();
    private readonly ItemFormat _format;
    private byte[] _last = [];

    private Poisoned(ReadOnlySpan<byte> content, ItemFormat format)
    {
        _length = content.Length;
        _format = format;
        _bytes = (byte*)NativeMemory.Alloc((nuint)Math.Max(1, _length));
        content.CopyTo(Bytes);
        Block = MemoryBlock.Borrow(_bytes, _length, isReadOnly: false, ComeBack);
    }

    /// <summary>User code that runs while the bytes are being lent.</summary>
    public Action? WhenAsked { get; set; }

    /// <summary>User code that runs when a loan goes back, before the bytes are gone.</summary>
    public Action? WhenReturned { get; set; }

    /// <summary>The memory, for those who close it under its views.</summary>
    public MemoryBlock Block { get; }

    /// <summary>Whether the bytes went back, and are poison now.</summary>
    public bool IsGone { get; private set; }

    /// <summary>How many loans are out.</summary>
    public int Loans => _exports.Count;

    /// <summary>The bytes as they are, or were when they went back: nothing was written into what was gone.</summary>
    public byte[] Content => !IsGone ? Bytes.ToArray()
        : Bytes.IndexOfAnyExcept(Poison) < 0 ? _last : throw new InvalidOperationException("Something was written into memory that had been given back.");

    private Span<byte> Bytes => new(_bytes, _length);

    public static Poisoned Of(params ReadOnlySpan<byte> content) => new(content, ItemFormat.UInt8);

    public static Poisoned Items<T>(string format, params ReadOnlySpan<T> items)
        where T : unmanaged => new(MemoryMarshal.AsBytes(items), ItemFormat.Parse(format));

    public BufferExport GetBuffer(BufferRequest request)
    {
        WhenAsked?.Invoke();
        Layout layout = Layout.Contiguous(_format.Size, [_length / _format.Size]);
        return _exports.Lend(new BufferExport(this, Block, layout, _format, isReadOnly: false, () => WhenReturned?.Invoke()).Narrow(request));
    }

    /// <summary>What an exporter does that can resize: its old bytes go, when nobody has them.</summary>
    public void Resize()
    {
        _exports.ThrowIfLent("resize the bytes");
        Block.Close();
    }

    public void Dispose()
    {
        Block.Dispose();
        NativeMemory.Free(_bytes);
    }

    private void ComeBack()
    {
        _last = Bytes.ToArray();
        Bytes.Fill(Poison);
        IsGone = true;
    }
}
