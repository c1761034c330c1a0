using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IncidentBot.Messaging;

/// <summary>The name a shape is stored under, for ever: the class may be renamed, the name may not.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class StoredAsAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>Effects and facts to and from the text they are stored as. A stored sample of each must load for ever; a test holds that.</summary>
internal static class StoredShapes
{
    public static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    private static readonly FrozenDictionary<string, Type> Types = typeof(StoredShapes).Assembly.GetTypes()
        .Where(type => type.GetCustomAttribute<StoredAsAttribute>() is not null)
        .ToFrozenDictionary(type => type.GetCustomAttribute<StoredAsAttribute>()!.Name);

    private static readonly FrozenDictionary<Type, string> Names = Types.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    public static IReadOnlyCollection<Type> All => Types.Values;

    public static string NameOf(object shape) => Names[shape.GetType()];

    public static string NameOf<TShape>() => Names[typeof(TShape)];

    /// <summary>The shape stored under that name; null where no version that is running knows it.</summary>
    public static Type? TypeOf(string name) => Types.GetValueOrDefault(name);

    public static string Write(object shape) => JsonSerializer.Serialize(shape, shape.GetType(), Json);

    public static T Read<T>(string name, ReadOnlySpan<byte> text) => (T)JsonSerializer.Deserialize(text, Types[name], Json)!;

    public static T Read<T>(string name, string text) => (T)JsonSerializer.Deserialize(text, Types[name], Json)!;
}
