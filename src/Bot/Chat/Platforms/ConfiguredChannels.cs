using Microsoft.Extensions.Options;
using RelateBot.Domain.People;
using RelateBot.Infrastructure.Persistence;

namespace RelateBot.Bot.Chat.Platforms;

/// <summary>Lists every channel that settings and departments name, and where each name can be changed.</summary>
public sealed class ConfiguredChannels(IOptions<OrganisationOptions> organisation, OrganisationScope organisations)
{
    private const string KudosSetting = $"{OrganisationOptions.Section}:{nameof(OrganisationOptions.KudosChannel)}";
    private const string HelpSetting = $"{OrganisationOptions.Section}:{nameof(OrganisationOptions.HelpChannel)}";
    private const string DepartmentSetting = "the help channel on the department's page (or in your roster)";

    /// <summary>Returns where to name another channel instead of this one: the setting's key, or else a department's page.</summary>
    public string SettingOf(string channel)
    {
        var settings = FromSettings().Where(known => known.Channel == channel).Select(known => known.Setting).ToList();
        return settings.Count > 0 ? string.Join(" and ", settings) : DepartmentSetting;
    }

    /// <summary>Returns the channels that settings name and, for an organisation, those of its departments; each channel once.</summary>
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
