using Microsoft.Extensions.Options;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Bot.Chat.Platforms;

/// <summary>Every channel that the settings and the departments name, and where its name is changed.</summary>
public sealed class ConfiguredChannels(IOptions<OrganisationOptions> organisation, OrganisationScope organisations)
{
    private const string KudosSetting = $"{OrganisationOptions.Section}:{nameof(OrganisationOptions.KudosChannel)}";
    private const string HelpSetting = $"{OrganisationOptions.Section}:{nameof(OrganisationOptions.HelpChannel)}";
    private const string DepartmentSetting = "the help channel on the department's page (or in your roster)";

    /// <summary>Where to name another channel in place of this one: settings by their key, else a department's page.</summary>
    public string SettingOf(string channel)
    {
        var settings = FromSettings().Where(known => known.Channel == channel).Select(known => known.Setting).ToList();
        return settings.Count > 0 ? string.Join(" and ", settings) : DepartmentSetting;
    }

    /// <summary>Those of the settings, and of an organisation's departments if one is named; each channel once.</summary>
    public async Task<IReadOnlyList<string>> GetAllAsync(Guid? organisationId, CancellationToken cancellationToken)
    {
        var departments = organisationId is { } id
            ? await organisations.RunAsync(
                id,
                (IPeopleDirectory directory, CancellationToken token) => directory.AllDepartmentsAsync(token),
                cancellationToken)
            : [];
        return
        [
            .. FromSettings().Select(known => known.Channel)
                .Concat(departments.Select(department => department.HelpChannel).OfType<string>().Where(channel => channel.Length > 0))
                .Distinct(StringComparer.Ordinal),
        ];
    }

    private IEnumerable<(string Channel, string Setting)> FromSettings() => new[]
    {
        (organisation.Value.KudosChannel, KudosSetting), (organisation.Value.HelpChannel, HelpSetting),
    }.Where(known => known.Item1.Length > 0);
}
