using System;
using System.Linq;
using Xunit;

namespace MemoryViews.Files.Tests;

public sealed class PcapTests
{
    [Theory]
    [InlineData("packets.pcap", "usec")]
    [InlineData("packetsnano.pcap", "nsec")]
    [InlineData("packetsbig.pcap", "usec")]
    public void Packets_are_walked_in_either_order_and_resolution(string name, string fraction)
    {
        RecordWalk packets = Sample.Recognise(name).Records!;
        Assert.Equal("packets", packets.Name);
        Assert.Equal("size+incl", packets.Step);
        Assert.Equal(["sec", fraction, "incl", "orig"], packets.HeaderFormat.Fields.Select(field => field.Name));
        Assert.Equal(["0102030405060708090a", "111213", "2122232425"], packets.Select(packet => packets.Body(packet).ToHexString()));
        Assert.Equal([10u, 3u, 5u], packets.Select(packet => packets.Header(packet)["orig"].Get<uint>()));
        Assert.Equal([24, 50, 69], packets.Select(packet => packet.Offset));
    }

    [Fact]
    public void The_header_is_a_view_of_one_record()
    {
        MemoryView header = Sample.Recognise("packetsbig.pcap")["header"];
        Assert.Equal(0xA1B2C3D4, header["magic"].Get<uint>(0));
        Assert.Equal(2, header["major"].Get<ushort>(0));
        Assert.Equal(262144u, header["snaplen"].Get<uint>(0));
    }

    [Fact]
    public void A_capture_cut_short_gives_its_whole_packets_first()
    {
        RecordWalk packets = Sample.Recognise(Sample.Bytes("packets.pcap")[..80]).Records!;
        Assert.Equal(2, packets.Take(2).Count());
        ArrayFileException error = Assert.Throws<ArrayFileException>(() => packets.Count());
        Assert.Contains("Record 2 at 69", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_of_another_file_is_refused()
    {
        RecordWalk packets = Sample.Recognise("packets.pcap").Records!;
        Assert.Throws<ArrayFileException>(() => packets.Body(new FileRecord(0, 24, 40, 1000)));
        Assert.Throws<ArrayFileException>(() => packets.Header(new FileRecord(0, 80, 96, 0)));
    }
}
