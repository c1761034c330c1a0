using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace IncidentBot.Domain.Timeline;

/// <summary>
/// Writes values so that the same values always give the same bytes, and different values never do. Numbers are big-endian;
/// a text is its length in bytes (4) and its UTF-8; what may be missing begins with a byte, 0 or 1; an instant is its UTC
/// ticks of 100 ns since 0001-01-01 (8).
/// </summary>
internal sealed class CanonicalBytes
{
    private readonly ArrayBufferWriter<byte> written = new(512);

    public ReadOnlySpan<byte> Span => written.WrittenSpan;

    public CanonicalBytes Raw(ReadOnlySpan<byte> bytes)
    {
        written.Write(bytes);
        return this;
    }

    public CanonicalBytes Number(int value)
    {
        BinaryPrimitives.WriteInt32BigEndian(written.GetSpan(sizeof(int)), value);
        written.Advance(sizeof(int));
        return this;
    }

    public CanonicalBytes Long(long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(written.GetSpan(sizeof(long)), value);
        written.Advance(sizeof(long));
        return this;
    }

    public CanonicalBytes Text(string value)
    {
        Number(Encoding.UTF8.GetByteCount(value));
        Encoding.UTF8.GetBytes(value, written);
        return this;
    }

    public CanonicalBytes Perhaps(string? value) => value is null ? Raw([0]) : Raw([1]).Text(value);

    public CanonicalBytes Perhaps(DateTimeOffset? value) => value is { } instant ? Raw([1]).Instant(instant) : Raw([0]);

    public CanonicalBytes Instant(DateTimeOffset value) => Long(value.UtcTicks);
}
