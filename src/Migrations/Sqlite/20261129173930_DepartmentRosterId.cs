using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RelateBot.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DepartmentRosterId : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "RosterId",
                table: "departments",
                type: "TEXT",
                maxLength: 100,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "RosterId",
                table: "departments");
        }
    }
}
