using System.Buffers.Binary;
using System.Text;
using NpgsqlTypes;

namespace LoginVerification.Benchmarks.Stores.Share;

/// <summary>Values as they go over the wire, of the types that the library uses.</summary>
internal static class WireValue
{
    private static readonly Dictionary<int, (NpgsqlDbType Type, Func<byte[], object> Read)> Types = new()
    {
        [16] = (NpgsqlDbType.Boolean, bytes => bytes[0] != 0),
        [17] = (NpgsqlDbType.Bytea, bytes => bytes),
        [20] = (NpgsqlDbType.Bigint, bytes => BinaryPrimitives.ReadInt64BigEndian(bytes)),
        [23] = (NpgsqlDbType.Integer, bytes => BinaryPrimitives.ReadInt32BigEndian(bytes)),
        [25] = (NpgsqlDbType.Text, Encoding.UTF8.GetString),
        [1043] = (NpgsqlDbType.Varchar, Encoding.UTF8.GetString),
        [2950] = (NpgsqlDbType.Uuid, bytes => new Guid(bytes, bigEndian: true)),
        [1001] = (NpgsqlDbType.Array | NpgsqlDbType.Bytea, Elements<byte[]>),
        [1009] = (NpgsqlDbType.Array | NpgsqlDbType.Text, Elements<string>),
        [1015] = (NpgsqlDbType.Array | NpgsqlDbType.Varchar, Elements<string>),
        [2951] = (NpgsqlDbType.Array | NpgsqlDbType.Uuid, Elements<Guid>),
    };

    public static NpgsqlDbType TypeOf(int type) => Known(type).Type;

    public static object Read(int type, byte[] value) => Known(type).Read(value);

    private static (NpgsqlDbType Type, Func<byte[], object> Read) Known(int type) =>
        Types.TryGetValue(type, out var known) ? known : throw new NotSupportedException($"The library sends values of the type {type}, which is unknown here. Add it.");

    /// <summary>Of an array of one dimension: five numbers before the elements, of which the third is their type and the fourth how many there are.</summary>
    private static T[] Elements<T>(byte[] value)
    {
        var rest = value.AsSpan();
        var elements = rest.Length < 20 ? [] : new T[BinaryPrimitives.ReadInt32BigEndian(rest[12..])];
        var type = BinaryPrimitives.ReadInt32BigEndian(rest[8..]);
        rest = elements.Length == 0 ? rest : rest[20..];
        for (var i = 0; i < elements.Length; i++)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(rest);
            elements[i] = (T)Read(type, rest.Slice(sizeof(int), length).ToArray());
            rest = rest[(sizeof(int) + length)..];
        }

        return elements;
    }
}
