using RelateBot.Bot.Chat.Requests;
using RelateBot.Bot.Features.Directory;
using RelateBot.Domain.Digests;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Features.Digests;

/// <summary>
/// Decides which digests a person may read: administrators all of them, heads of departments their own department's, and managers of five
/// people or more the digest of the department they work in.
/// </summary>
public sealed class DigestAccessResolver(IPeopleDirectory directory, IDigestSource source, Administrators administrators)
{
    /// <summary>A person with at least this many reports counts as a manager.</summary>
    public const int ReportsOfAManager = 5;

    /// <summary>Returns what they may read. It asks the platform each time.</summary>
    public async Task<DigestAccess> GetAccessAsync(ChatContext context, CancellationToken cancellationToken) =>
        new(
            await administrators.IsSenderAdministratorAsync(context, cancellationToken),
            await DepartmentsOfAsync(context.Sender, cancellationToken));

    /// <summary>Returns what they may read, as far as it is known without asking the platform.</summary>
    public async Task<DigestAccess> GetLastKnownAccessAsync(Person person, CancellationToken cancellationToken) =>
        new(await administrators.IsKnownAdministratorAsync(person, cancellationToken), await DepartmentsOfAsync(person, cancellationToken));

    /// <summary>Returns the departments that a person leads, and then the one in which they are a manager.</summary>
    private async Task<IReadOnlyList<Department>> DepartmentsOfAsync(Person person, CancellationToken cancellationToken)
    {
        var all = await directory.AllDepartmentsAsync(cancellationToken);
        var led = all.Where(department => department.HeadId == person.Id).ToList();
        if (all.FirstOrDefault(department => department.Id == person.DepartmentId) is { } own && !led.Contains(own)
            && await source.ReportsAsync(person.Id, cancellationToken) >= ReportsOfAManager)
        {
            led.Add(own);
        }

        return led;
    }
}
