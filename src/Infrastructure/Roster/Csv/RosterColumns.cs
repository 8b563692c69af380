using System.Collections.Frozen;
using System.Collections.Immutable;

namespace RelateBot.Infrastructure.Roster.Csv;

/// <summary>The columns of a roster, and their names in other systems.</summary>
public static class RosterColumns
{
    public const string Email = "email";
    public const string Name = "name";
    public const string Department = "department";
    public const string DepartmentId = "department_id";
    public const string Manager = "manager_email";
    public const string Status = "status";

    /// <summary>Follows a platform's name.</summary>
    public const string AccountSuffix = "_user_id";

    public static readonly ImmutableArray<string> Accounts = [$"slack{AccountSuffix}", $"teams{AccountSuffix}"];

    public static readonly ImmutableArray<string> Required = [Email, Name, Department];

    public static readonly ImmutableArray<string> Optional =
        [DepartmentId, Manager, "time_zone", "locale", "working_hours", "start_date", Status, .. Accounts];

    /// <summary>Columns by their other names, in lower case with only letters. Spaces, dashes and case in the file don't matter.</summary>
    public static readonly FrozenDictionary<string, string> Synonyms = new (string Column, string[] Names)[]
    {
        (Email, ["emailaddress", "mail", "mailaddress", "workemail", "workemailaddress", "businessemail", "companyemail", "primaryemail",
            "emailwork", "userprincipalname", "upn"]),
        (Name, ["fullname", "displayname", "employeename", "employee", "personname", "legalname", "preferredname"]),
        (Department, ["dept", "departmentname", "team", "teamname", "orgunit", "organisationalunit", "organizationalunit"]),
        (DepartmentId, ["deptid", "departmentcode", "deptcode", "departmentnumber", "orgunitid"]),
        (Manager, ["manager", "managermail", "manageremailaddress", "managersemail", "managerworkemail", "managername", "supervisor",
            "supervisoremail", "reportsto", "linemanager", "linemanageremail"]),
        ("time_zone", ["tz"]),
        ("locale", ["language", "preferredlanguage"]),
        ("working_hours", ["hours", "workhours"]),
        ("start_date", ["started", "startedon", "hiredate", "dateofhire", "hiredon", "joindate", "joiningdate", "joinedon"]),
        (Status, ["employmentstatus", "employeestatus", "workerstatus"]),
        (Accounts[0], ["slackid", "slackmemberid", "slackuser"]),
        (Accounts[1], ["teamsid", "aadobjectid", "entraobjectid", "azureadobjectid", "objectid"]),
    }.SelectMany(entry => entry.Names.Select(name => (name, entry.Column)))
        .ToFrozenDictionary(entry => entry.name, entry => entry.Column, StringComparer.Ordinal);
}
