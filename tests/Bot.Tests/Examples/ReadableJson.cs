using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace RelateBot.Bot.Tests.Examples;

/// <summary>JSON as a golden file has it.</summary>
internal static class ReadableJson
{
    private static readonly JsonWriterOptions readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(JsonElement json)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, readable))
        {
            json.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
