using System.Reflection;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Bot.Hosting;

/// <summary>Finds all settings sections by their classes: each has a <c>const string Section</c>.</summary>
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

    /// <summary>Returns the settings of a class.</summary>
    public static IEnumerable<PropertyInfo> SettingsOf(Type options) =>
        options.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite);

    /// <summary>Returns the unknown keys of a section, with their full path.</summary>
    public static IEnumerable<string> UnknownKeys(IConfiguration configuration, string section)
    {
        var known = SettingsOf(All[section]).Select(property => property.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return configuration.GetSection(section).GetChildren().Where(child => !known.Contains(child.Key)).Select(child => child.Path);
    }
}
