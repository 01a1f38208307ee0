using System;
using System.Collections.Generic;

namespace MemoryViews.Files;

/// <summary>What a recogniser has found so far. Fields and parts are counted, so that no header makes it grow without bound.</summary>
internal sealed class Findings(FileKind kind, string title, FileBytes bytes)
{
    private const int MostFields = 1024;
    private const int MostParts = 8192;

    private readonly List<HeaderField> _fields = [];
    private readonly List<RecognisedPart> _parts = [];
    private long _fieldsMore;
    private RecordWalk? _records;

    /// <summary>No more parts are taken.</summary>
    public bool IsFull => _parts.Count == MostParts;

    public Findings Field(string name, object value)
    {
        if (_fields.Count < MostFields)
        {
            _fields.Add(new HeaderField(name, value));
        }
        else
        {
            _fieldsMore++;
        }

        return this;
    }

    /// <summary>A part that lies as told, or a refusal when that is beyond the file.</summary>
    public Findings Part(string name, string description, ItemFormat format, ReadOnlySpan<long> shape, ReadOnlySpan<long> strides, long offset) =>
        bytes.Outside(name, format, shape, strides, offset) is { } refusal
            ? Refuse(name, refusal)
            : Add(new RecognisedPart(name, description, bytes.View(format, shape, strides, offset)));

    /// <inheritdoc cref="Part(string, string, ItemFormat, ReadOnlySpan{long}, ReadOnlySpan{long}, long)"/>
    public Findings Part(string name, string description, string format, ReadOnlySpan<long> shape, ReadOnlySpan<long> strides, long offset) =>
        Part(name, description, ItemFormat.Parse(format), shape, strides, offset);

    public Findings Refuse(string name, ArrayFileException reason) => Add(new RecognisedPart(name, reason));

    public Findings Records(RecordWalk walk)
    {
        _records = walk;
        return this;
    }

    public RecognisedFile ToFile()
    {
        if (_fieldsMore > 0)
        {
            _fields.Add(new HeaderField("fields not shown", _fieldsMore));
        }

        return new RecognisedFile(kind, title, _fields, _parts, _records);
    }

    private Findings Add(RecognisedPart part)
    {
        if (!IsFull)
        {
            _parts.Add(part);
        }

        return this;
    }
}
