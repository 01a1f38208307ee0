namespace MemoryViews.Files;

/// <summary>Where one record of a <see cref="RecordWalk"/> lies.</summary>
/// <param name="Index">Its number, from 0.</param>
/// <param name="Offset">Bytes from the start of the file to its header.</param>
/// <param name="BodyOffset">Bytes from the start of the file to what the header announces.</param>
/// <param name="BodyLength">Bytes of the body.</param>
public readonly record struct FileRecord(nint Index, nint Offset, nint BodyOffset, nint BodyLength);
