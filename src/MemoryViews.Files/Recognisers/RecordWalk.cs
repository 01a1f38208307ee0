using System.Collections;
using System.Collections.Generic;

namespace MemoryViews.Files;

/// <summary>
/// Records of different lengths, each a header that tells how far it is to the next. Walking reads the headers one by one, only as far as it is asked
/// to; every step goes forward by a header at least, so that a walk ends with the file.
/// </summary>
/// <remarks>
/// Safe to use from any thread; each walk is its own.
/// <code>
/// foreach (FileRecord packet in file.Records!.Take(3))
/// {
///     Console.WriteLine($"{packet.Offset}: {file.Records.Header(packet)[[]]}");
/// }
/// </code>
/// </remarks>
public sealed class RecordWalk : IEnumerable<FileRecord>
{
    private readonly FileBytes _bytes;
    private readonly string _lengthField;

    internal RecordWalk(FileBytes bytes, string name, nint start, ItemFormat headerFormat, string lengthField)
    {
        _bytes = bytes;
        _lengthField = lengthField;
        Name = name;
        Start = start;
        HeaderFormat = headerFormat;
    }

    /// <summary>What the records are, such as "packets".</summary>
    public string Name { get; }

    /// <summary>Bytes from the start of the file to the first record.</summary>
    public nint Start { get; }

    /// <summary>The format of every record's header.</summary>
    public ItemFormat HeaderFormat { get; }

    /// <summary>How far the next record is, as the <c>walk</c> verb of the memview command takes it: "size+incl".</summary>
    public string Step => $"size+{_lengthField}";

    /// <summary>A record's header: a view of rank 0 of one item of <see cref="HeaderFormat"/>.</summary>
    /// <param name="record">A record of this walk.</param>
    /// <exception cref="ArrayFileException">The record is not of this walk: it lies outside the file.</exception>
    public MemoryView Header(FileRecord record) => _bytes.Place("the record's header", HeaderFormat, [], [], record.Offset);

    /// <summary>A record's body: a view of its bytes.</summary>
    /// <param name="record">A record of this walk.</param>
    /// <exception cref="ArrayFileException">The record is not of this walk: it lies outside the file.</exception>
    public MemoryView Body(FileRecord record) => _bytes.Place("the record's body", FileBytes.ByteFormat, [record.BodyLength], [1], record.BodyOffset);

    /// <summary>Walks from the first record on.</summary>
    /// <exception cref="ArrayFileException">While walking: a record goes on behind the end of the file. Those in front of it have come by then.</exception>
    /// <exception cref="ViewReleasedException">While walking: the file's view has been released.</exception>
    public IEnumerator<FileRecord> GetEnumerator()
    {
        nint at = Start;
        for (nint index = 0; at < _bytes.Length; index++)
        {
            if (HeaderFormat.Size > _bytes.Length - at)
            {
                throw Error.RecordCut(index, at, HeaderFormat.Size, _bytes.Length);
            }

            FileRecord record = new(index, at, at + HeaderFormat.Size, BodyLength(index, at));
            yield return record;
            at = record.BodyOffset + record.BodyLength;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private nint BodyLength(nint index, nint at)
    {
        nint offset = 0;
        foreach (ItemField field in HeaderFormat.Fields)
        {
            offset = field.Name == _lengthField ? field.Offset : offset;
        }

        long length = _bytes.U32(at + offset);
        return length <= _bytes.Length - at - HeaderFormat.Size
            ? (nint)length
            : throw Error.RecordCut(index, at, HeaderFormat.Size + length, _bytes.Length);
    }
}
