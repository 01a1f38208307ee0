namespace MemoryViews.Files;

/// <summary>The "fmt " chunk: what a sample is. Samples take whole bytes, whatever number of bits they use.</summary>
internal readonly record struct WaveFormat(int Tag, int Channels, long Rate, int FrameSize, int Bits, int ValidBits)
{
    private const int Pcm = 1;
    private const int Float = 3;
    private const int Extensible = 0xFFFE;

    public static WaveFormat Read(FileBytes bytes, long at, long length)
    {
        bytes.Need(at, 16);
        int tag = bytes.U16(at), bits = bytes.U16(at + 14), valid = bits;
        if (tag == Extensible && length >= 40)
        {
            // The kind of samples is the first two bytes of a GUID whose other bytes are the same for all.
            valid = bytes.U16(at + 18);
            tag = bytes.U16(at + 24);
        }

        WaveFormat format = new(tag, bytes.U16(at + 2), bytes.U32(at + 4), bytes.U16(at + 12), bits, valid);
        return format.Channels > 0 ? format : throw Error.HeaderValue("WAVE file", "channels", 0, "there is one at least");
    }

    public void Describe(Findings findings, long dataLength)
    {
        findings.Field("samples", TagName).Field("channels", (long)Channels).Field("rate", Rate).Field("bits", (long)Bits);
        if (ValidBits != Bits && ValidBits > 0)
        {
            findings.Field("valid bits", (long)ValidBits);
        }

        findings.Field("data bytes", dataLength);
        if (FrameSize > 0 && dataLength % FrameSize > 0)
        {
            findings.Field("bytes left over", dataLength % FrameSize);
        }
    }

    public void AddSamples(Findings findings, char order, long at, long dataLength)
    {
        int size = FrameSize / Channels;
        if (FormatOf(order, size) is not { } format || FrameSize % Channels != 0)
        {
            string how = $"{TagName} of {Bits} bits in frames of {FrameSize} bytes";
            findings.Refuse("samples", Error.Packed("samples", how, "decode it first, or take 'data' as bytes"));
            findings.Part("data", "bytes", FileBytes.ByteFormat, [dataLength], [1], at);
            return;
        }

        long frames = dataLength / FrameSize;
        if (size == 3)
        {
            AddThreeByteSamples(findings, order, at, frames);
            return;
        }

        findings.Part("samples", "frames, channels", format, [frames, Channels], [FrameSize, size], at);
    }

    private string TagName => Tag switch
    {
        Pcm => "PCM",
        Float => "IEEE floats",
        2 => "Microsoft ADPCM",
        6 => "A-law",
        7 => "mu-law",
        0x11 => "IMA ADPCM",
        0x55 => "MPEG layer 3",
        _ => $"format 0x{Tag:x}",
    };

    // No buffer format is an integer of three bytes. Its upper two are one of two, at steps of three:
    //
    //   byte      0  1  2 | 3  4  5 | 6  7  8          samples:   <h at 1, 4, 7: the value shifted right by eight
    //            lo mi hi  lo mi hi  lo mi hi          samples24: all three bytes, exact
    private void AddThreeByteSamples(Findings findings, char order, long at, long frames)
    {
        long[] shape = [frames, Channels], strides = [FrameSize, 3];
        findings.Part("samples", "frames, channels; the upper 16 of 24 bits", $"{order}h", shape, strides, order == '<' ? at + 1 : at);
        findings.Part("samples24", "frames, channels; exact, three bytes each", ItemFormat.FromTypestr("|V3"), shape, strides, at);
    }

    private string? FormatOf(char order, int size) => (Tag, size) switch
    {
        (Pcm, 1) => "B",
        (Pcm, 2) => $"{order}h",
        (Pcm, 3) => "",
        (Pcm, 4) => $"{order}i",
        (Pcm, 8) => $"{order}q",
        (Float, 4) => $"{order}f",
        (Float, 8) => $"{order}d",
        _ => null,
    };
}
