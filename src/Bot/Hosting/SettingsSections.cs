using System.Reflection;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Bot.Hosting;

/// <summary>Every section of settings, found by its class: each has a <c>const string Section</c>.</summary>
internal static class SettingsSections
{
    public static IReadOnlyDictionary<string, Type> All { get; } = new[]
    {
        typeof(SettingsSections).Assembly,
        typeof(StoreRegistration).Assembly
    }
        .SelectMany(assembly => assembly.GetTypes())
        .Select(type => (Type: type, Section: type.GetField("Section", BindingFlags.Public | BindingFlags.Static)))
        .Where(found => found.Section is { IsLiteral: true } field && field.FieldType == typeof(string))
        .ToDictionary(found => (string)found.Section!.GetRawConstantValue()!, found => found.Type, StringComparer.OrdinalIgnoreCase);

    /// <summary>The settings that a class holds.</summary>
    public static IEnumerable<PropertyInfo> SettingsOf(Type options) =>
        options.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite);

    /// <summary>Keys below a section that mean nothing, with their whole path.</summary>
    public static IEnumerable<string> UnknownKeys(IConfiguration configuration, string section)
    {
        var known = SettingsOf(All[section]).Select(property => property.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return configuration.GetSection(section).GetChildren().Where(child => !known.Contains(child.Key)).Select(child => child.Path);
    }
}
