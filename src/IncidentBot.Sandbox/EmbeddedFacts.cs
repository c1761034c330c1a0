using System.Text;

namespace IncidentBot.Sandbox;

/// <summary>Reads the files of the folder Facts, which travel inside the assembly.</summary>
internal static class EmbeddedFacts
{
    public static string Text(string file)
    {
        var name = $"{typeof(EmbeddedFacts).Namespace}.Facts.{file}";
        using var stream = typeof(EmbeddedFacts).Assembly.GetManifestResourceStream(name)
            ?? throw new FileNotFoundException($"The assembly carries no {name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
