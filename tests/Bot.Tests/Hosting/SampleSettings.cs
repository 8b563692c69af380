using System.Text.Json;
using Microsoft.Extensions.Configuration;
using RelateBot.Bot.Hosting;

namespace RelateBot.Bot.Tests.Hosting;

/// <summary>What is wrong with a file that should show every setting, each with a comment.</summary>
internal static class SampleSettings
{
    // Settings of the framework, not of an option class.
    private static readonly string[] OfTheFramework =
        [
            "Urls",
            "ConnectionStrings:RelateBot",
            "Logging:LogLevel:Default",
            "Logging:LogLevel:Microsoft",
            "Logging:LogLevel:Quartz",
            "Logging:LogLevel:System"
        ];

    /// <summary>Each difference between the file and the option classes, in a sentence.</summary>
    public static IEnumerable<string> Faults(string json)
    {
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json));
        var configuration = new ConfigurationBuilder().AddJsonStream(stream).Build();
        var shown = Leaves(json).ToList();
        var settings = SettingsSections.All
            .SelectMany(section =>
                SettingsSections
                    .SettingsOf(section.Value)
                    .Select(setting => (Key: $"{section.Key}:{setting.Name}", Section: section, Setting: setting))).ToList();

        foreach (var key in shown.Except([.. settings.Select(setting => setting.Key), .. OfTheFramework], StringComparer.Ordinal))
        {
            yield return $"{key} is no setting";
        }

        foreach (var key in settings.Select(setting => setting.Key).Concat(OfTheFramework).Except(shown, StringComparer.Ordinal))
        {
            yield return $"{key} is missing";
        }

        foreach (var (key, section, setting) in settings.Where(setting => shown.Contains(setting.Key, StringComparer.Ordinal)))
        {
            var bound = configuration.GetSection(section.Key).Get(section.Value) ?? Activator.CreateInstance(section.Value)!;
            if (!Equals(setting.GetValue(bound), setting.GetValue(Activator.CreateInstance(section.Value))))
            {
                yield return $"{key} is not its default";
            }
        }

        foreach (var line in WithoutComment(json))
        {
            yield return $"{line} has no comment";
        }
    }

    private static IEnumerable<string> Leaves(string json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        return [.. Leaves(document.RootElement, "")];
    }

    private static IEnumerable<string> Leaves(JsonElement element, string path) => element.ValueKind is JsonValueKind.Object
        ? element
            .EnumerateObject()
            .SelectMany(property => Leaves(property.Value, path.Length == 0 ? property.Name : $"{path}:{property.Name}"))
        : [path];

    private static IEnumerable<string> WithoutComment(string json)
    {
        var lines = json.Split('\n').Select(line => line.Trim()).ToList();
        return lines.Where((line, index) =>
            line.StartsWith('"') && !line.EndsWith('{') && !lines[index - 1].StartsWith("//", StringComparison.Ordinal));
    }
}
